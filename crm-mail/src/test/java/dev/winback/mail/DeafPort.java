package dev.winback.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port at which nobody listens: taken, so that no other process of the tests can begin to listen
 * there.
 */
class DeafPort implements AutoCloseable {

  private final Socket taken = new Socket();

  DeafPort() throws IOException {
    taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  int number() {
    return taken.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    taken.close();
  }
}
