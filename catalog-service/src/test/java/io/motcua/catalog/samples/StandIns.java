package io.motcua.catalog.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes {@code samples/H37.csv}: one row for each service of Lạng Sơn's 1,030 of 8 June 2021 of which we know that it
 * existed, and at which tier, but not its name. With the eleven that {@code samples/H37.ndjson} names they make 838, 149
 * and 43.
 */
final class StandIns {

    static final Path FILE = Path.of("samples", "H37.csv");

    private static final List<String> COLUMNS = List.of(
            "code",
            "nameVi",
            "nameEn",
            "tier",
            "sector",
            "audiences",
            "levelScheme",
            "levelCode",
            "eligibility",
            "channels",
            "limitAmount",
            "limitUnit",
            "receivingUnit",
            "resultVi",
            "resultEn",
            "validFrom",
            "validTo",
            "sample",
            "source");

    private static final List<Integer> LIMITS = List.of(3, 5, 7, 10, 15);

    private record Field(String vi, String en, String unit, String audiences) {}

    private record Share(String tier, int count, List<Field> fields) {}

    private static final List<Share> SHARES = List.of(
            new Share(
                    "PROVINCE",
                    837,
                    List.of(
                            new Field("Công nghiệp và thương mại", "Industry and trade", "000.00.02.H37", "ENTERPRISE"),
                            new Field("Giáo dục và đào tạo", "Education", "000.00.03.H37", "CITIZEN"),
                            new Field("Đường bộ", "Roads", "000.00.04.H37", "ENTERPRISE"),
                            new Field("Đầu tư", "Investment", "000.00.05.H37", "ENTERPRISE"),
                            new Field("Khoa học và công nghệ", "Science", "000.00.06.H37", "ENTERPRISE"),
                            new Field("Việc làm", "Employment", "000.00.07.H37", "CITIZEN;ENTERPRISE"),
                            new Field("Nội vụ", "Home affairs", "000.00.08.H37", "CITIZEN"),
                            new Field("Lâm nghiệp", "Forestry", "000.00.09.H37", "CITIZEN;ENTERPRISE"),
                            new Field("Đất đai", "Land", "000.00.11.H37", "CITIZEN;ENTERPRISE"),
                            new Field("Thông tin và truyền thông", "Information", "000.00.12.H37", "ENTERPRISE"),
                            new Field("Tư pháp", "Justice", "000.00.13.H37", "CITIZEN"),
                            new Field("Văn hóa và du lịch", "Culture and tourism", "000.00.14.H37", "ENTERPRISE"),
                            new Field("Xây dựng", "Construction", "000.00.15.H37", "CITIZEN;ENTERPRISE"),
                            new Field("Y tế", "Health", "000.00.16.H37", "CITIZEN;ENTERPRISE"),
                            new Field("Cửa khẩu", "Border gates", "000.00.18.H37", "ENTERPRISE"))),
            new Share(
                    "DISTRICT",
                    147,
                    List.of(
                            new Field("Hộ tịch", "Civil status", "000.00.31.H37", "CITIZEN"),
                            new Field("Đất đai", "Land", "000.00.31.H37", "CITIZEN;ENTERPRISE"),
                            new Field("Hộ kinh doanh", "Household business", "000.00.31.H37", "HOUSEHOLD_BUSINESS"),
                            new Field("Xây dựng", "Construction", "000.00.31.H37", "CITIZEN"))),
            new Share(
                    "COMMUNE",
                    35,
                    List.of(
                            new Field("Hộ tịch", "Civil status", "000.22.31.H37", "CITIZEN"),
                            new Field("Bảo trợ xã hội", "Social assistance", "000.22.31.H37", "CITIZEN"))));

    private StandIns() {}

    static String csv() {
        var lines = new ArrayList<String>();
        lines.add(String.join(",", COLUMNS));
        int number = 0;
        for (var share : SHARES) {
            for (int i = 0; i < share.count(); i++) {
                number++;
                lines.add(row(
                        number,
                        share.tier(),
                        share.fields().get(i % share.fields().size())));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    static void write() throws IOException {
        Files.writeString(FILE, csv(), StandardCharsets.UTF_8);
    }

    private static String row(int number, String tier, Field field) {
        var four = String.format(Locale.ROOT, "%04d", number);
        return String.join(
                ",",
                "LS-MAU-" + four,
                "Thủ tục mẫu số " + four + " (" + field.vi() + ")",
                "Sample procedure no. " + four + " (" + field.en() + ")",
                tier,
                field.vi(),
                field.audiences(),
                "32/2017/TT-BTTTT",
                "4",
                "ELIGIBLE",
                "IN_PERSON;ONLINE",
                String.valueOf(LIMITS.get(number % LIMITS.size())),
                "WORKING_DAY",
                field.unit(),
                "Kết quả mẫu",
                "Sample result",
                "2021-06-08",
                "2025-06-30",
                "true",
                "Stands for one of the 1030 services of the founding story whose name we do not have");
    }
}
