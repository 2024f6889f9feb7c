package dev.winback.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * An SMTP server without manners: logs every letter it accepts by Message-ID, and breaks where it
 * is told to. A step is a command's first word, "connect", "text" (before the dot) or "dot".
 */
public final class Sink implements AutoCloseable {

  private static final String HANG_UP = "hang up";
  private static final String SAY_NOTHING = "say nothing";
  private static final long LONGER_THAN_ANY_TIMEOUT = 4_000_000_000L;

  private final ServerSocket server;
  private final CopyOnWriteArrayList<String> accepted = new CopyOnWriteArrayList<>();
  private final ConcurrentHashMap<String, String> faults = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, String> habits = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile String sender = "";
  private volatile long delayNanos;
  private volatile Function<String, String> onDot = id -> null;

  public Sink() throws IOException {
    server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Message-IDs in the order in which their texts were taken, repeats included. */
  public List<String> accepted() {
    return accepted;
  }

  public int connections() {
    return connections.get();
  }

  /** The next time this step comes the sink answers so. */
  public Sink answers(String step, String reply) {
    faults.put(step, reply);
    return this;
  }

  /** Each time from now on. */
  public Sink alwaysAnswers(String step, String reply) {
    habits.put(step, reply);
    return this;
  }

  /** The last MAIL command as it came. */
  public String sender() {
    return sender;
  }

  /** How often a step came. */
  public int times(String step) {
    return counts.getOrDefault(step, 0);
  }

  public Sink hangsUpAt(String step) {
    return answers(step, HANG_UP);
  }

  /** Before the dot is answered. */
  public Sink slowBy(long nanos) {
    delayNanos = nanos;
    return this;
  }

  public void onDot(Function<String, String> reply) {
    onDot = reply;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        connections.incrementAndGet();
        daemon(() -> converse(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      var out = socket.getOutputStream();
      if (!reply(out, "connect", "220 sink")) {
        return;
      }
      String line;
      while ((line = in.readLine()) != null) {
        if (!command(line, in, out)) {
          return;
        }
      }
    } catch (IOException gone) {
      // a killed client
    }
  }

  private boolean command(String line, BufferedReader in, OutputStream out) throws IOException {
    var word = line.split("[ :]", 2)[0].toUpperCase(java.util.Locale.ROOT);
    if (word.equals("MAIL")) {
      sender = line;
    }
    return switch (word) {
      case "DATA" -> reply(out, "DATA", "354 go on") && text(in, out);
      case "EHLO" -> reply(out, "EHLO", "250-sink\r\n250 SIZE 10000000");
      case "AUTH" -> reply(out, "AUTH", "235 welcome");
      case "QUIT" -> {
        reply(out, "QUIT", "221 bye");
        yield false;
      }
      default -> reply(out, word, "250 ok");
    };
  }

  private boolean text(BufferedReader in, OutputStream out) throws IOException {
    var id = "";
    String line;
    if (faults.remove("text") != null) {
      return false;
    }
    while ((line = in.readLine()) != null) {
      if (line.startsWith("Message-ID: ")) {
        id = line.substring(12).strip();
      }
      if (line.equals(".")) {
        return dot(id, out);
      }
    }
    return false;
  }

  private boolean dot(String id, OutputStream out) throws IOException {
    if (faults.getOrDefault("dot", "").matches("[45].*")) {
      return reply(out, "dot", "");
    }
    accepted.add(id);
    LockSupport.parkNanos(delayNanos);
    var own = onDot.apply(id);
    return reply(out, "dot", own == null ? "250 2.0.0 queued" : own);
  }

  private boolean reply(OutputStream out, String step, String reply) throws IOException {
    var fault = faults.remove(step);
    counts.merge(step, 1, Integer::sum);
    var answer = fault == null ? habits.getOrDefault(step, reply) : fault;
    if (answer.equals(SAY_NOTHING)) {
      LockSupport.parkNanos(LONGER_THAN_ANY_TIMEOUT);
    }
    if (answer.equals(HANG_UP) || answer.equals(SAY_NOTHING)) {
      return false;
    }
    out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
    // a server that says 421 closes
    return !answer.startsWith("421");
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
