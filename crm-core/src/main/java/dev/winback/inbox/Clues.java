package dev.winback.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what a mail says which letter it speaks of, the strongest first: the signed token of the
 * return path, the letter's Message-ID, its number together with the recipient, the recipient
 * alone.
 */
public record Clues(
    @Nullable String returnToken,
    List<String> messageIds,
    @Nullable Long number,
    @Nullable String recipient) {

  public static final Clues NONE = new Clues(null, List.of(), null, null);

  public Clues {
    messageIds = messageIds.stream().map(Arrival::oneLine).toList();
    recipient = recipient == null ? null : Arrival.oneLine(recipient);
  }
}
