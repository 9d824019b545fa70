package io.motcua.dossier.uploads.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says in the API document how the protocol refuses, beside what every operation may answer. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(responseCode = "409", ref = "#/components/responses/Problem409")
@ApiResponse(responseCode = "412", ref = "#/components/responses/Problem412")
@ApiResponse(responseCode = "422", ref = "#/components/responses/Problem422")
@ApiResponse(
        responseCode = "423",
        description = "Another request is at the same upload",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(ref = "#/components/schemas/Problem")))
@ApiResponse(
        responseCode = "460",
        description = "The bytes have another checksum",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        schema = @Schema(ref = "#/components/schemas/Problem")))
@interface TusRefusals {}
