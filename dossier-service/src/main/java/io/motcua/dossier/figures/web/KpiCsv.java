package io.motcua.dossier.figures.web;

import io.motcua.dossier.forms.Spreadsheet;
import java.util.ArrayList;
import java.util.List;

/** Figures for spreadsheets: a line for each group and one for the sum. */
final class KpiCsv {

    private static final List<String> COLUMNS = List.of(
            "Mã",
            "Tên",
            "Từ ngày",
            "Đến ngày",
            "Kỳ trước chuyển sang",
            "Tiếp nhận trong kỳ",
            "Trong đó trực tuyến",
            "Có kết quả đúng hạn",
            "Có kết quả quá hạn",
            "Không tiếp nhận đúng hạn",
            "Không tiếp nhận quá hạn",
            "Dừng xử lý đúng hạn",
            "Dừng xử lý quá hạn",
            "Rút hồ sơ đúng hạn",
            "Rút hồ sơ quá hạn",
            "Đang giải quyết trong hạn",
            "Đang giải quyết quá hạn",
            "Tỷ lệ đúng hạn (%)",
            "Tỷ lệ tiếp nhận trực tuyến (%)",
            "Tỷ lệ trực tuyến có kết quả điện tử (%)",
            "Tỷ lệ giải quyết trực tuyến toàn trình (%)",
            "Tỷ lệ thanh toán trực tuyến (%)",
            "Tỷ lệ kết quả điện tử (%)",
            "Tỷ lệ số hóa (%)",
            "Mức độ hài lòng (%)",
            "Phản ánh, kiến nghị, khiếu nại");

    private static final String NOT_APPLICABLE = "không áp dụng";

    private KpiCsv() {}

    static byte[] of(KpiView view) {
        var lines = new ArrayList<List<String>>();
        view.groups()
                .forEach(it -> lines.add(
                        line(it.key(), it.names() == null ? "" : it.names().vi(), it, view)));
        lines.add(line("", "Tổng số", view.total(), view));
        return Spreadsheet.csv(COLUMNS, lines);
    }

    private static List<String> line(String key, String name, KpiView.Group it, KpiView view) {
        var ended = it.ended();
        var rates = it.rates();
        return List.of(
                key,
                name,
                view.from().toString(),
                view.to().toString(),
                count(it.carriedOver()),
                count(it.received()),
                count(it.receivedOnline()),
                count(ended.result().onTime()),
                count(ended.result().late()),
                count(ended.refused().onTime()),
                count(ended.refused().late()),
                count(ended.stopped().onTime()),
                count(ended.stopped().late()),
                count(ended.withdrawn().onTime()),
                count(ended.withdrawn().late()),
                count(it.inProgress().onTime()),
                count(it.inProgress().overdue()),
                percent(rates.onTime()),
                percent(rates.receivedOnline()),
                percent(rates.onlineFiling()),
                percent(rates.wholeOnline()),
                percent(rates.onlinePayment()),
                percent(rates.electronicResult()),
                percent(rates.digitised()),
                percent(rates.satisfaction()),
                count(it.complaints()));
    }

    private static String count(long number) {
        return Long.toString(number);
    }

    private static String percent(KpiView.Rate rate) {
        return rate.percent() == null ? NOT_APPLICABLE : rate.percent().toPlainString();
    }
}
