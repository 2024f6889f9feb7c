package dev.winback.contact;

import dev.winback.customer.Fact;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call, letter, visit or message as somebody reports it, identified by source and own id; {@code
 * reached} says that the customer was there and talked to us.
 */
public record Contact(
    long line,
    String customer,
    String source,
    String externalId,
    Instant time,
    Channel channel,
    boolean incoming,
    @Nullable Long member,
    @Nullable String result,
    boolean reached,
    boolean agreed,
    boolean asksReply,
    @Nullable String note,
    @Nullable Instant toldAt)
    implements Fact {

  /** By what the two sides met. */
  public enum Channel {
    PHONE,
    EMAIL,
    SMS,
    LETTER,
    VISIT,
    CHAT,
    OTHER
  }
}
