package dev.winback.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Processor seconds used so far: all processes of the server, those that ended included, and this
 * JVM; seconds of the clock beside them. Linux only.
 */
public record Cpu(double server, double jvm, double wall) {

  private static final double TICKS = 100;

  public static Cpu now(long backend) {
    try {
      var postmaster = parent(backend);
      return new Cpu(
          children(postmaster) + ended(postmaster),
          ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()
              / 1e9,
          System.nanoTime() / 1e9);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long parent(long pid) throws IOException {
    return Files.readAllLines(proc(pid, "status")).stream()
        .filter(line -> line.startsWith("PPid:"))
        .map(line -> Long.valueOf(line.substring(5).strip()))
        .findAny()
        .orElseThrow();
  }

  /** Of one process alone. */
  public static double of(long pid) {
    return running(Long.toString(pid));
  }

  private static double children(long postmaster) throws IOException {
    var pids = Files.readString(proc(postmaster, "task/" + postmaster + "/children")).strip();
    return Arrays.stream(pids.split(" ")).mapToDouble(Cpu::running).sum();
  }

  private static double running(String pid) {
    try {
      return Double.parseDouble(
              Files.readString(proc(Long.parseLong(pid), "schedstat")).split(" ")[0])
          / 1e9;
    } catch (IOException ended) {
      return 0;
    }
  }

  /** Fields 16 and 17 of stat, counted behind the name in brackets. */
  private static double ended(long postmaster) throws IOException {
    var stat = Files.readString(proc(postmaster, "stat"));
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS;
  }

  private static Path proc(long pid, String file) {
    return Path.of("/proc/" + pid + "/" + file);
  }

  public Cpu since(Cpu earlier) {
    return new Cpu(server - earlier.server, jvm - earlier.jvm, wall - earlier.wall);
  }

  double all() {
    return server + jvm;
  }

  @Override
  public String toString() {
    return "%.1f s (server %.1f, JVM %.1f), wall %.1f s".formatted(all(), server, jvm, wall);
  }
}
