# The service in an image of its own, out of what the build leaves in target/quarkus-app:
#
#   mvn -DskipTests package && docker build -t luohu:1.0.0 .
#
# A Java runtime without compiler or tools; runs as user 10001, writes nowhere but /tmp.
FROM eclipse-temurin:17-jre-jammy

# What changes seldom comes first, so that a new version of the program shares these layers with the one before.
COPY target/quarkus-app/lib/ /opt/luohu/lib/
COPY target/quarkus-app/quarkus/ /opt/luohu/quarkus/
COPY target/quarkus-app/quarkus-run.jar /opt/luohu/quarkus-run.jar
COPY target/quarkus-app/app/ /opt/luohu/app/

ENV LANG=C.UTF-8
WORKDIR /tmp
USER 10001:10001

# 8080 for callers, 9000 for probes and metrics.
EXPOSE 8080 9000

# Java ends in order at SIGTERM: requests in flight are finished first.
STOPSIGNAL SIGTERM

# The heap takes 60 % of the memory allowed; the rest is for code, threads and buffers of the network. Out of memory, the process
# ends and is started anew, rather than going on with half of its threads.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/luohu/quarkus-run.jar"]
