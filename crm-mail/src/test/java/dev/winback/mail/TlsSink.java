package dev.winback.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** An SMTP server that offers STARTTLS, with the certificate of GreenMail; notes what it heard. */
final class TlsSink implements AutoCloseable {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  private final List<String> clear = new CopyOnWriteArrayList<>();
  private final List<String> enciphered = new CopyOnWriteArrayList<>();
  private volatile Duration dot = Duration.ZERO;

  TlsSink() throws IOException {
    var thread = new Thread(this::accept);
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  TlsSink slowBy(Duration delay) {
    dot = delay;
    return this;
  }

  /** The commands that anybody on the way could read. */
  List<String> clear() {
    return clear;
  }

  List<String> enciphered() {
    return enciphered;
  }

  private void accept() {
    while (!server.isClosed()) {
      try (var socket = server.accept()) {
        socket.setTcpNoDelay(true);
        say(socket, "220 sink");
        converse(socket, clear, "250-sink\r\n250 STARTTLS");
        try (var tls = tls(socket)) {
          converse(tls, enciphered, "250-sink\r\n250 AUTH PLAIN");
        }
      } catch (IOException | GeneralSecurityException gone) {
        // the client has left
      }
    }
  }

  /** Until STARTTLS or the end; no buffer may swallow the first bytes behind STARTTLS. */
  private void converse(Socket socket, List<String> heard, String hello) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    String line;
    while ((line = in.readLine()) != null) {
      var word = line.split("[ :]", 2)[0];
      heard.add(word);
      say(socket, answer(word, hello));
      if (word.equals("STARTTLS")) {
        return;
      }
      if (word.equals("DATA")) {
        text(in);
        LockSupport.parkNanos(dot.toNanos());
        say(socket, "250 2.0.0 queued");
      }
    }
  }

  private static String answer(String word, String hello) {
    return switch (word) {
      case "EHLO" -> hello;
      case "STARTTLS" -> "220 go on";
      case "AUTH" -> "235 welcome";
      case "DATA" -> "354 go on";
      default -> "250 ok";
    };
  }

  private static void text(BufferedReader in) throws IOException {
    String line;
    do {
      line = in.readLine();
    } while (line != null && !line.equals("."));
  }

  private static void say(Socket socket, String words) throws IOException {
    socket.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private SSLSocket tls(Socket socket) throws IOException, GeneralSecurityException {
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = TlsSink.class.getResourceAsStream("/greenmail.p12")) {
      keys.load(in, PASSWORD);
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    var tls = (SSLSocket) context.getSocketFactory().createSocket(socket, null, port(), true);
    tls.setUseClientMode(false);
    return tls;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
