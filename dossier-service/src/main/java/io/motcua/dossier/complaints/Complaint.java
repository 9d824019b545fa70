package io.motcua.dossier.complaints;

import io.motcua.dossier.deadlines.Reckoning;
import io.motcua.events.Names;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has to say about a dossier of his or about an agency.
 *
 * @param person the opaque key of who says it
 * @param cause the request that filed it, by which its repetition is known
 * @param about a dossier of his; null if it is about the agency
 * @param unit whom it is about; null if it is the agency as a whole
 * @param words as they were written: sealed in the store, and in no event and no entry of the history
 * @param reckoning how the day came about by which it is to be answered
 */
public record Complaint(
        String id,
        String agency,
        Kind kind,
        String person,
        String cause,
        @Nullable About about,
        @Nullable String unit,
        String words,
        String language,
        State state,
        Instant filedAt,
        Reckoning reckoning,
        @Nullable String handler,
        @Nullable Answer answer,
        @Nullable Instant endedAt) {

    /** Kinds as the law tells them apart; each has its own time for an answer. */
    public enum Kind {
        /** Phản ánh: something went wrong, or well. */
        FEEDBACK("Phản ánh", "Feedback"),
        /** Kiến nghị: something should be done otherwise. */
        PROPOSAL("Kiến nghị", "Proposal"),
        /** Khiếu nại: a decision or an act is held to be unlawful; a leader answers. */
        COMPLAINT("Khiếu nại", "Complaint");

        private final Names names;

        Kind(String vi, String en) {
            this.names = new Names(vi, en);
        }

        public Names names() {
            return names;
        }
    }

    public enum State {
        FILED("Đã gửi", "Filed"),
        IN_HANDLING("Đang giải quyết", "In handling"),
        ANSWERED("Đã trả lời", "Answered"),
        DECLINED("Không thụ lý", "Declined"),
        WITHDRAWN("Đã rút", "Withdrawn");

        private final Names names;

        State(String vi, String en) {
            this.names = new Names(vi, en);
        }

        public Names names() {
            return names;
        }
    }

    /** @param unit the receiving one */
    public record About(String dossier, String code, String unit, String service, int version) {}

    public enum Finding {
        UPHELD,
        PARTLY_UPHELD,
        NOT_UPHELD
    }

    /** @param finding null where it was declined */
    public record Answer(@Nullable Finding finding, String words) {}

    public Instant dueAt() {
        return reckoning.dueAt();
    }

    /** Whether it is answered late, or not yet although its day is over. */
    public boolean late(Instant now) {
        return state != State.WITHDRAWN && (endedAt == null ? now : endedAt).isAfter(dueAt());
    }

    Complaint takenUpBy(String unit) {
        return new Complaint(
                id,
                agency,
                kind,
                person,
                cause,
                about,
                this.unit,
                words,
                language,
                State.IN_HANDLING,
                filedAt,
                reckoning,
                unit,
                answer,
                endedAt);
    }

    Complaint ended(State by, @Nullable Answer with, Instant at) {
        return new Complaint(
                id, agency, kind, person, cause, about, unit, words, language, by, filedAt, reckoning, handler, with,
                at);
    }
}
