package io.motcua.dossier.figures;

import io.motcua.events.Names;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The index of Decision 766/QĐ-TTg: six groups, 100 points, as far as this service can tell. How the Decision shares the points
 * of a group among its indicators was not seen: here those that are measured share them evenly. Where it names no threshold,
 * full marks take 100 %.
 */
public final class Decision766 {

    /** The groups of Decision 766 and their points. */
    public enum Group {
        TRANSPARENCY(18, "Công khai, minh bạch", "Publicity and transparency"),
        PROGRESS(20, "Tiến độ giải quyết", "Progress of handling"),
        ONLINE_SERVICE(12, "Cung cấp dịch vụ công trực tuyến", "Online provision"),
        ONLINE_PAYMENT(10, "Thanh toán trực tuyến", "Online payment"),
        DIGITISATION(22, "Số hóa hồ sơ", "Digitisation"),
        SATISFACTION(18, "Mức độ hài lòng", "Satisfaction");

        private final int points;
        private final Names names;

        Group(int points, String vi, String en) {
            this.points = points;
            this.names = new Names(vi, en);
        }

        public int points() {
            return points;
        }

        public Names names() {
            return names;
        }
    }

    /**
     * What the formulas are applied to.
     *
     * @param services in force at the end of the period
     * @param offeredOnline of these
     * @param usedOnline of those offered online: with a dossier that came in online in the period
     */
    public record Basis(Row total, long services, long offeredOnline, long usedOnline) {}

    /**
     * @param threshold the percentage that has full marks
     * @param ratio null if it is not measured here
     * @param note why it is not, or what is left out
     */
    record Rule(
            String code,
            Group group,
            Names names,
            int threshold,
            @Nullable Function<Basis, Ratio> ratio,
            @Nullable Names note) {}

    static final List<Rule> RULES = List.of(
            unmeasured(
                    "1.3",
                    Group.TRANSPARENCY,
                    "Thủ tục công khai đầy đủ nội dung ÷ thủ tục đã công bố",
                    "Procedures whose every part is public ÷ published procedures",
                    "Danh mục ở đây không có trình tự thực hiện",
                    "The catalogue does not hold the steps of procedures"),
            unmeasured(
                    "1.4",
                    Group.TRANSPARENCY,
                    "Hồ sơ đồng bộ lên Cổng Dịch vụ công quốc gia ÷ hồ sơ tiếp nhận",
                    "Dossiers synchronised with the national portal ÷ received",
                    "Chưa kết nối Cổng Dịch vụ công quốc gia",
                    "No national portal is connected"),
            rule(
                    "2.1",
                    Group.PROGRESS,
                    "(Giải quyết đúng hạn + đang giải quyết trong hạn) ÷ hồ sơ phải giải quyết",
                    "(Ended on time + in progress in time) ÷ (carried over + received)",
                    100,
                    it -> Rates.onTime(it.total())),
            rule(
                    "3.1",
                    Group.ONLINE_SERVICE,
                    "Thủ tục cung cấp trực tuyến ÷ thủ tục",
                    "Procedures offered online ÷ procedures in force",
                    80,
                    it -> new Ratio(it.offeredOnline(), it.services())),
            rule(
                    "3.2",
                    Group.ONLINE_SERVICE,
                    "Dịch vụ công trực tuyến có phát sinh hồ sơ trực tuyến ÷ dịch vụ công trực tuyến",
                    "Online services with a dossier filed online ÷ online services",
                    100,
                    it -> new Ratio(it.usedOnline(), it.offeredOnline())),
            new Rule(
                    "3.3",
                    Group.ONLINE_SERVICE,
                    new Names(
                            "Hồ sơ trực tuyến có kết quả điện tử ÷ hồ sơ tiếp nhận",
                            "Filed online with an electronic result ÷ received"),
                    50,
                    it -> Rates.onlineFiling(it.total()),
                    new Names(
                            "Chưa nhân tỷ lệ đồng bộ", "Without the synchronisation rate, which is not measured here")),
            unmeasured(
                    "3.5",
                    Group.ONLINE_PAYMENT,
                    "Thủ tục có phí, lệ phí cho thanh toán trực tuyến ÷ thủ tục có phí, lệ phí",
                    "Fee-bearing procedures that can be paid online ÷ fee-bearing procedures",
                    "Hợp đồng với ngân hàng do dịch vụ thanh toán quản lý",
                    "Contracts with banks are payment-service's"),
            rule(
                    "3.6",
                    Group.ONLINE_PAYMENT,
                    "Hồ sơ thanh toán trực tuyến ÷ hồ sơ phải nộp phí, lệ phí",
                    "Dossiers paid online ÷ dossiers that owed something",
                    100,
                    it -> Rates.onlinePayment(it.total())),
            rule(
                    "4.1",
                    Group.DIGITISATION,
                    "Hồ sơ có kết quả điện tử ÷ hồ sơ có kết quả",
                    "Dossiers with an electronic result ÷ dossiers with a result",
                    100,
                    it -> Rates.electronicResult(it.total())),
            rule(
                    "4.2",
                    Group.DIGITISATION,
                    "Hồ sơ số hóa thành phần và kết quả ÷ hồ sơ có kết quả",
                    "Dossiers with digitised papers and result ÷ dossiers with a result",
                    80,
                    it -> Rates.digitised(it.total())),
            unmeasured(
                    "4.3",
                    Group.DIGITISATION,
                    "Hồ sơ khai thác, sử dụng lại giấy tờ đã số hóa ÷ hồ sơ",
                    "Dossiers that reuse digitised papers ÷ dossiers",
                    "Chưa ghi nhận việc sử dụng lại giấy tờ",
                    "Reuse of papers is not recorded"),
            rule(
                    "5.4",
                    Group.SATISFACTION,
                    "100% − (tỷ lệ trễ hạn + tỷ lệ phản ánh, không hài lòng)",
                    "100 % − (late % + complained of or disliked %)",
                    90,
                    it -> Rates.satisfaction(it.total())));

    private Decision766() {}

    /**
     * @param points null if it is not measured, or not applicable
     * @param of the points that could be had
     */
    public record Score(Group group, @Nullable BigDecimal points, int of, List<Indicator> indicators) {

        public Score {
            indicators = List.copyOf(indicators);
        }
    }

    /** @param ratio null if it is not measured here */
    public record Indicator(
            String code,
            Names names,
            int threshold,
            @Nullable Ratio ratio,
            @Nullable Names note) {}

    public static List<Score> scores(Basis basis) {
        var scores = new ArrayList<Score>();
        for (var group : Group.values()) {
            var indicators = RULES.stream()
                    .filter(it -> it.group() == group)
                    .map(it -> new Indicator(
                            it.code(),
                            it.names(),
                            it.threshold(),
                            it.ratio() == null ? null : it.ratio().apply(basis),
                            it.note()))
                    .toList();
            scores.add(new Score(group, points(group, indicators), group.points(), indicators));
        }
        return scores;
    }

    private static @Nullable BigDecimal points(Group group, List<Indicator> indicators) {
        var marks = indicators.stream()
                .map(it -> mark(it, group))
                .filter(Objects::nonNull)
                .toList();
        return marks.isEmpty()
                ? null
                : marks.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(marks.size()), 2, RoundingMode.HALF_UP);
    }

    /** As if the indicator were alone in its group: points = max · min(1, rate ÷ threshold). */
    private static @Nullable BigDecimal mark(Indicator indicator, Group group) {
        var ratio = indicator.ratio();
        if (ratio == null || ratio.whole() == 0) {
            return null;
        }
        return BigDecimal.valueOf(ratio.part())
                .multiply(BigDecimal.valueOf(100))
                .divide(
                        BigDecimal.valueOf(ratio.whole()).multiply(BigDecimal.valueOf(indicator.threshold())),
                        8,
                        RoundingMode.HALF_UP)
                .min(BigDecimal.ONE)
                .multiply(BigDecimal.valueOf(group.points()));
    }

    private static Rule rule(
            String code, Group group, String vi, String en, int threshold, Function<Basis, Ratio> ratio) {
        return new Rule(code, group, new Names(vi, en), threshold, ratio, null);
    }

    private static Rule unmeasured(String code, Group group, String vi, String en, String whyVi, String whyEn) {
        return new Rule(code, group, new Names(vi, en), 100, null, new Names(whyVi, whyEn));
    }
}
