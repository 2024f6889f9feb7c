package dev.winback.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** A polite SMTP server that costs little: says yes to everything and counts final dots. */
final class BenchSink implements AutoCloseable {

  private static final byte[] OK = "250 2.0.0 ok\r\n".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] GO_ON = "354 go on\r\n".getBytes(StandardCharsets.ISO_8859_1);
  private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.ISO_8859_1);

  private final ServerSocket server;
  private final AtomicLong taken = new AtomicLong();

  BenchSink() throws IOException {
    server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  long taken() {
    return taken.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        daemon(() -> converse(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void converse(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream(), 32_768);
      var out = socket.getOutputStream();
      out.write("220 sink\r\n".getBytes(StandardCharsets.ISO_8859_1));
      int first;
      while ((first = in.read()) >= 0 && answer(first, in, out)) {
        out.flush();
      }
    } catch (IOException gone) {
      // the client has finished
    }
  }

  private boolean answer(int first, InputStream in, OutputStream out) throws IOException {
    skip(in, first, '\n');
    switch (first) {
      case 'D' -> {
        out.write(GO_ON);
        out.flush();
        text(in);
        taken.incrementAndGet();
        out.write(OK);
      }
      case 'Q' -> {
        return false;
      }
      default -> out.write(OK);
    }
    return true;
  }

  private static void skip(InputStream in, int first, int until) throws IOException {
    int read = first;
    while (read != until && read >= 0) {
      read = in.read();
    }
  }

  private static void text(InputStream in) throws IOException {
    int matched = 2;
    int read;
    while (matched < END.length && (read = in.read()) >= 0) {
      matched = read == END[matched] ? matched + 1 : read == '\r' ? 1 : 0;
    }
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
