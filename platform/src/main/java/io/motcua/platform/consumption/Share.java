package io.motcua.platform.consumption;

/** Which events are for this instance. */
public interface Share {

    /** The Kafka consumer group that it reads with. */
    String group();

    /** Whether the agency's events are handled here. */
    boolean serves(String agency);
}
