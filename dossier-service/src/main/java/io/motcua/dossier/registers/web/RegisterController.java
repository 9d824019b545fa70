package io.motcua.dossier.registers.web;

import io.motcua.dossier.casework.Party;
import io.motcua.dossier.casework.ReadingRoom;
import io.motcua.dossier.registers.Register;
import io.motcua.dossier.registers.RegisterCsv;
import io.motcua.dossier.registers.RegisterSheets;
import io.motcua.dossier.registers.Registers;
import io.motcua.platform.problems.PlatformProblem;
import io.motcua.platform.problems.Problem;
import io.motcua.platform.security.Access;
import io.motcua.platform.security.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The office's book of dossiers. */
@RestController
class RegisterController {

    private static final String CSV_VALUE = "text/csv";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final int MOST_DAYS = 366;

    private final Registers registers;
    private final RegisterSheets sheets;
    private final ReadingRoom room;

    RegisterController(Registers registers, RegisterSheets sheets, ReadingRoom room) {
        this.registers = registers;
        this.sheets = sheets;
        this.room = room;
    }

    /**
     * @param unit the receiving unit
     * @param from the first day, by the day in the code
     * @param to the last day
     * @param volume of a PDF: its lines by the two hundred
     */
    @GetMapping(
            path = "/api/v1/agencies/{agency}/registers",
            produces = {MediaType.APPLICATION_PDF_VALUE, CSV_VALUE})
    @Access(
            value = Access.Who.ROLES,
            roles = {"receptionist", "specialist", "leader", "agency-admin", "auditor"})
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_PDF_VALUE,
                        schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = CSV_VALUE, schema = @Schema(type = "string"))
            })
    @ApiResponse(responseCode = "422", ref = "#/components/responses/Problem422")
    ResponseEntity<byte[]> register(
            @PathVariable String agency,
            @RequestParam String unit,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "1") int volume,
            @RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = MediaType.ALL_VALUE) String accept,
            Caller caller) {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw new Problem(PlatformProblem.INVALID_PARAMETER, "to");
        }
        var register = registers.of(agency, unit, from, to);
        var name = "so-theo-doi-" + unit + "-" + from + "-" + to;
        if (prefersCsv(accept)) {
            note(agency, register.lines(), caller);
            return answer(CSV, name + ".csv").body(RegisterCsv.of(register));
        }
        var volumes = RegisterSheets.volumes(register);
        if (volume < 1 || volume > volumes) {
            throw new Problem(PlatformProblem.INVALID_PARAMETER, "volume");
        }
        var answer = answer(MediaType.APPLICATION_PDF, name + "-" + volume + ".pdf");
        if (volume < volumes) {
            answer.header(
                    HttpHeaders.LINK,
                    "</api/v1/agencies/%s/registers?unit=%s&from=%s&to=%s&volume=%d>; rel=\"next\""
                            .formatted(agency, unit, from, to, volume + 1));
        }
        note(agency, RegisterSheets.lines(register, volume), caller);
        return answer.body(sheets.pdf(register, volume));
    }

    private void note(String agency, List<Register.Line> shown, Caller caller) {
        var subjects = shown.stream()
                .map(Register.Line::subject)
                .filter(Objects::nonNull)
                .toList();
        room.listed(agency, Party.of(caller, agency), subjects);
    }

    /** By what the caller likes best; he who likes all alike gets the official form. */
    private static boolean prefersCsv(String accept) {
        var types = MediaType.parseMediaTypes(accept);
        double csv = 0;
        double pdf = 0;
        for (var it : types) {
            csv = it.includes(CSV) ? Math.max(csv, it.getQualityValue()) : csv;
            pdf = it.includes(MediaType.APPLICATION_PDF) ? Math.max(pdf, it.getQualityValue()) : pdf;
        }
        return csv > pdf;
    }

    private static ResponseEntity.BodyBuilder answer(MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("X-Content-Type-Options", "nosniff");
    }
}
