package dev.winback.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/**
 * A second door to the mailboxes of GreenMail, which sends each line of an answer by itself:
 * without delay here, where its own door waits 40 ms with the second one until the first was
 * acknowledged.
 */
final class PromptImap extends AbstractServer implements AutoCloseable {

  PromptImap(Managers mailboxes) {
    super(ServerSetup.IMAP.dynamicPort(), mailboxes);
  }

  PromptImap open() throws InterruptedException {
    startService();
    if (!waitTillRunning(5_000)) {
      throw new IllegalStateException("No IMAP server");
    }
    return this;
  }

  @Override
  protected ProtocolHandler createProtocolHandler(Socket client) {
    try {
      client.setTcpNoDelay(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), client);
  }

  @Override
  public void close() {
    stopService();
  }
}
