package dev.winback.staff;

import dev.winback.shared.Refused;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A key as people decide about it; when it was last used is written by {@link ApiKeys} alone. */
@Entity
class ApiKey {

  /** As long as a call can be undone. */
  static final Duration UNDO = Duration.ofSeconds(60);

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private long memberId;
  private String name = "";
  private String prefix = "";
  private byte[] secretHash = {};
  private String scopes = "";
  private @Nullable LocalDate expiresOn;
  private Instant createdAt = Instant.EPOCH;
  private @Nullable Instant revokedAt;

  @Version private long version;

  protected ApiKey() {}

  ApiKey(MemberId member, NewKey entry, Token token, Instant now) {
    memberId = member.value();
    name = entry.validName();
    prefix = token.prefix();
    secretHash = token.hash();
    scopes = entry.scopeCodes();
    expiresOn = entry.expiresOn();
    createdAt = now;
  }

  long id() {
    return Objects.requireNonNull(id);
  }

  String name() {
    return name;
  }

  String scopes() {
    return scopes;
  }

  boolean of(MemberId member) {
    return memberId == member.value();
  }

  boolean revoked() {
    return revokedAt != null;
  }

  void revoke(Instant now) {
    revokedAt = now;
  }

  /** A slip is taken back within the minute; later nobody remembers who has the key. */
  void restore(Instant now) {
    if (revokedAt != null && revokedAt.plus(UNDO).isBefore(now)) {
      throw new Refused("refused.key.undo", UNDO.toSeconds());
    }
    revokedAt = null;
  }
}
