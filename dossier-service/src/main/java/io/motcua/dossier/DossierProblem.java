package io.motcua.dossier;

import io.motcua.platform.problems.ProblemKind;

/** The refusals of this service. */
public enum DossierProblem implements ProblemKind {
    /** The table of transitions knows no such step from this state. */
    TRANSITION_REFUSED(409),
    ONLINE_ONLY(409),
    FEE_UNPAID(409),
    RESULT_MISSING(409),
    POSTAL_ADDRESS_MISSING(409),
    RESULT_NOT_SIGNABLE(422),
    /** The leader's key or its certificate is not there, not valid or not to be read. */
    SIGNING_UNAVAILABLE(503),
    RATED_ALREADY(409),
    /** One complaint of each kind about one dossier. */
    COMPLAINED_ALREADY(409),
    COMPLAINT_STEP_REFUSED(409),
    TOO_MANY_COMPLAINTS(429),
    APOLOGY_REPEATED(409),
    TOO_MANY_ATTACHMENTS(409),
    ATTACHMENTS_TOO_LARGE(409),
    TOO_MANY_UPLOADS(409),
    OFFSET_MISMATCH(409),
    UPLOAD_FINISHED(409),
    CHECKSUM_UNREADABLE(400),
    TUS_VERSION_UNSUPPORTED(412),
    /** Another request is at the same upload. */
    UPLOAD_HELD(423),
    /** As tus says it; no other protocol knows the status. */
    CHECKSUM_MISMATCH(460),
    IDENTITY_LEVEL_TOO_LOW(403),
    /** A secret of four characters stands only as long as it cannot be tried out. */
    TOO_MANY_GUESSES(429),
    SERVICE_UNKNOWN(422),
    SERVICE_NOT_IN_FORCE(422),
    CHANNEL_NOT_OFFERED(422),
    UNIT_UNKNOWN(422),
    COMPONENT_UNKNOWN(422),
    COMPONENTS_MISSING(422),
    FORM_MISMATCH(422),
    /** Kept as long as it had to be. */
    PERSONAL_DATA_ERASED(410),
    APPLICANT_INCOMPLETE(422),
    IDENTITY_NUMBER_INVALID(422),
    APPOINTMENT_TOO_EARLY(422),
    DEADLINE_TOO_EARLY(422),
    TRANSFER_UNREADABLE(422),
    CONTENT_EMPTY(422),
    REGISTER_TOO_LONG(422),
    CONTENT_MISMATCH(422),
    CONTENT_UNREADABLE(422),
    /** It opens with a password only. */
    CONTENT_LOCKED(422),
    /** It holds programs. */
    CONTENT_ACTIVE(422),
    /** Little on the line, much in memory. */
    CONTENT_EXPANDS(422),
    TOO_MANY_PAGES(422),
    CONTENT_INFECTED(422),
    /** Nobody is given what no scanner has looked at. */
    CONTENT_UNSCANNED(409),
    /** Streams of one person; each is a connection through all that stands before us. */
    TOO_MANY_STREAMS(429),
    STREAMS_EXHAUSTED(503);

    private final int status;

    DossierProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
