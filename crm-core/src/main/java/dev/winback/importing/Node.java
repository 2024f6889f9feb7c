package dev.winback.importing;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who works here: process, host, and a part of its own for each start. */
@Component
class Node {

  /** The clocks of a host and of the database may differ by this much. */
  private static final Duration SKEW = Duration.ofSeconds(30);

  private final String name =
      ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID();

  String name() {
    return name;
  }

  /** True when a node of this host was surely killed: its process is gone or is another one. */
  boolean gone(String other, Instant heardOf) {
    var process = other.split("[@/]", 3);
    return process.length == 3
        && process[1].equals(name.split("[@/]", 3)[1])
        && !alive(process[0], heardOf);
  }

  private static boolean alive(String pid, Instant heardOf) {
    var process = ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
    return process.isPresent()
        && process
            .get()
            .info()
            .startInstant()
            .map(start -> start.isBefore(heardOf.plus(SKEW)))
            .orElse(true);
  }
}
