package dev.winback.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key in the list; {@code state} is live, expired, revoked, or retired with its member. */
public record KeyRow(
    long id,
    String name,
    String prefix,
    List<String> scopes,
    String login,
    String member,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable LocalDate expiresOn,
    @Nullable Instant revokedAt,
    String state) {

  public boolean live() {
    return state.equals("live");
  }
}
