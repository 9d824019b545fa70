package io.motcua.gateway.limits;

/** What is counted: a client at an agency, an agency, or an app. */
sealed interface Limit {

    /** Under this the instances of the gateway compare what is asked of them. */
    String key();

    /** As the {@code RateLimit} fields call it. */
    String policy();

    record OfClient(String client, String agency) implements Limit {

        @Override
        public String key() {
            return "c|" + agency + "|" + client;
        }

        @Override
        public String policy() {
            return "client";
        }
    }

    record OfAgency(String agency) implements Limit {

        @Override
        public String key() {
            return "a|" + agency;
        }

        @Override
        public String policy() {
            return "agency";
        }
    }

    /** @param rate what the app was given */
    record OfApp(String app, Rate rate) implements Limit {

        @Override
        public String key() {
            return "p|" + app;
        }

        @Override
        public String policy() {
            return "app";
        }
    }
}
