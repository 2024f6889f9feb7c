package dev.winback.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Stands before a mail server and keeps its younger abilities quiet. */
final class OldServer implements AutoCloseable {

  private final ServerSocket door;
  private final int behind;

  OldServer(int behind) throws IOException {
    this.behind = behind;
    door = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
    start(this::open);
  }

  int port() {
    return door.getLocalPort();
  }

  private void open() throws IOException {
    while (true) {
      var client = door.accept();
      var server = new Socket(InetAddress.getLoopbackAddress(), behind);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      start(() -> pass(client.getInputStream(), server.getOutputStream(), false));
      start(
          () -> {
            try (client;
                server) {
              pass(server.getInputStream(), client.getOutputStream(), true);
            }
          });
    }
  }

  private static void pass(InputStream from, OutputStream to, boolean quiet) throws IOException {
    var bytes = new byte[65_536];
    for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
      var said = new String(bytes, 0, read, StandardCharsets.ISO_8859_1);
      var told = quiet ? said.replace(" UIDPLUS", "").replace(" MOVE", "") : said;
      to.write(told.getBytes(StandardCharsets.ISO_8859_1));
      to.flush();
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private void start(Work work) {
    var thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // whoever ends a conversation ends both of its halves
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
