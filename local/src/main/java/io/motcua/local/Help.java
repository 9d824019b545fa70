package io.motcua.local;

/** What {@code ./motcua help} prints. */
final class Help {

    static final String TEXT = """
            ./motcua COMMAND

              up [--fresh]            starts everything on this machine and waits until it serves; --fresh forgets the data
              demo [--outages] [--down] [--agency H37] | --containers
                                      up if needed, then one dossier from draft to rating through the gateway;
                                      --outages then ends parts of the platform while citizens file and pay;
                                      --down (or CI=true) ends afterwards what the demo has started;
                                      --containers plays it on what docker compose has started
              status                  what runs, since when, in how much memory
              logs SERVICE [-f]       the end of a log; -f follows it
              stop SERVICE [--kill]   ends one service; --kill does it with SIGKILL
              start SERVICE           starts a stopped one
              down                    ends everything
              token ROLE [--agency H37] [--user NAME]
                                      prints an access token of a sample sign-in
              app add NAME --scopes S,S [--agency H37] [--calls H37,H34] [--origins https://O,…] [--quota 50/200]
                                      registers a front-end app at the gateway and prints its first key
              app list | key APP | revoke APP KEY | remove APP
                                      shows the apps; gives one another key; ends a key, or an app
              agency add CODE --name NAME [--own [--services S,S]]
                                      a new agency with units, staff, a small catalogue and a contract with the bank;
                                      --own gives it instances and databases of its own, of all services or of those
              agency remove CODE      withdraws it: nobody serves it any more, its data stay
              agency list             the agencies and where they are served
              bench store             inserts and conditional updates a second on the embedded store, and in turn
                                      on that of MONGODB_URI; two minutes
              bench gateway           requests a second through the gateway, a stock one and nginx in turn;
                                      five minutes, needs nginx and wrk
              help                    this page

            SERVICE  store kafka discovery sandbox catalog-service dossier-service payment-service
                     notification-service gateway; of an agency its own: dossier-service-H99
            ROLE     citizen receptionist specialist leader catalogue-editor accountant agency-admin auditor operator

            MOTCUA_PORT_OFFSET=n                    shifts all ports by n
            MONGODB_URI, KAFKA_BOOTSTRAP_SERVERS    replace the embedded store and broker
            JAVA_HOME                               a JDK 25, if none is found by itself
            Data, logs and keys lie under .motcua/
            """;

    private Help() {}
}
