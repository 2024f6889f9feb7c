package dev.winback.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The yardstick of the speed of letters: nothing but an SMTP conversation over a kept connection,
 * the same bytes again and again, as {@code smtp-source -d} does.
 */
final class BareClient implements Runnable {

  private final int port;
  private final byte[] letter;
  private final AtomicInteger left;

  BareClient(int port, byte[] letter, AtomicInteger left) {
    this.port = port;
    this.letter = letter;
    this.left = left;
  }

  @Override
  public void run() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream(), 512);
      answer(in);
      say(socket, in, "EHLO bench\r\n");
      while (left.getAndDecrement() > 0) {
        say(socket, in, "MAIL FROM:<letters@shop.example>\r\n");
        say(socket, in, "RCPT TO:<anna@example.org>\r\n");
        say(socket, in, "DATA\r\n");
        socket.getOutputStream().write(letter);
        say(socket, in, "\r\n.\r\n");
      }
      socket.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void say(Socket socket, InputStream in, String line) throws IOException {
    socket.getOutputStream().write(line.getBytes(StandardCharsets.ISO_8859_1));
    answer(in);
  }

  private static void answer(InputStream in) throws IOException {
    int read;
    do {
      read = in.read();
    } while (read != '\n' && read >= 0);
  }
}
