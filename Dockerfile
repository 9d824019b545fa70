# One file for every module that runs:
#   ./mvnw -DskipTests package && docker build --build-arg MODULE=dossier-service -t motcua/dossier-service .
ARG JAVA=eclipse-temurin:25-jre
ARG JDK=eclipse-temurin:25-jdk

# Makes the development keys with which people's addresses in events are sealed; see docker/EnvelopeKeys.java.
FROM ${JDK} AS keys
COPY docker/EnvelopeKeys.java /opt/EnvelopeKeys.java
ENTRYPOINT ["java", "/opt/EnvelopeKeys.java"]

FROM ${JAVA} AS layers
ARG MODULE
WORKDIR /build
COPY ${MODULE}/target/${MODULE}-*.jar app.jar
RUN java -Djarmode=tools -jar app.jar extract --layers --destination layers \
    && mkdir -p layers/snapshot-dependencies layers/spring-boot-loader

FROM ${JAVA} AS service
ARG MODULE
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin motcua \
    && install -d -o motcua -g motcua /app /data
COPY docker/start docker/healthy docker/addresses /usr/local/bin/
WORKDIR /app
# Least changed first, so that a new build sends only its last layer.
COPY --from=layers --chown=motcua /build/layers/dependencies/ ./
COPY --from=layers --chown=motcua /build/layers/spring-boot-loader/ ./
COPY --from=layers --chown=motcua /build/layers/snapshot-dependencies/ ./
COPY --from=layers --chown=motcua /build/layers/application/ ./
USER motcua
# The JDK's ahead-of-time cache, trained by a start. A module with a store finds none here and stops where it first needs
# it; the JVM writes the cache all the same, with nearly all classes in it (measured: 95 of about 108 MB, a third to two
# thirds off the start). So its exit code says nothing, and whether there is a cache does.
RUN touch /tmp/no-credentials && MONGODB_URI="mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=1" KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:1 \
    MOTCUA_DATA_KEYS='{"primaryKeyId":1,"key":[{"keyId":1,"status":"ENABLED","outputPrefixType":"TINK","keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey","keyMaterialType":"SYMMETRIC","value":"GiAAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHw=="}}]}' \
    MOTCUA_PERSON_SECRET=training-of-the-cache MOTCUA_SEALING_SECRET=training-of-the-cache MOTCUA_SANDBOX_DATA=/tmp/training \
    MOTCUA_REGISTER_CREDENTIALS=/tmp/no-credentials \
    java -XX:AOTCacheOutput=app.aot -XX:+UseSerialGC -Dspring.context.exit=onRefresh -jar app.jar >/tmp/training.log 2>&1; \
    test -s app.aot && rm -rf /tmp/training /tmp/training.log /tmp/no-credentials
ENV MODULE=${MODULE} SERVER_ADDRESS=0.0.0.0 JAVA_MEMORY="-Xmx256m -Xss512k"
HEALTHCHECK --interval=5s --timeout=3s --start-period=90s --retries=6 CMD ["healthy"]
ENTRYPOINT ["start"]
