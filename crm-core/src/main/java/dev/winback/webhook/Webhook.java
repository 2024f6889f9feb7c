package dev.winback.webhook;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An address as people decide about it; what the sender notes beside is written by SQL. */
@Entity
class Webhook {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  private String url = "";
  private String events = "";
  private byte[] secret = {};
  private boolean active = true;
  private @Nullable String disabledReason;
  private boolean removed;

  @Version private long version;

  protected Webhook() {}

  Webhook(String url, String events, byte[] secret) {
    this.url = url;
    this.events = events;
    this.secret = secret;
  }

  long id() {
    return Objects.requireNonNull(id);
  }

  String url() {
    return url;
  }

  String events() {
    return events;
  }

  boolean removed() {
    return removed;
  }

  void change(String url, String events) {
    this.url = url;
    this.events = events;
  }

  /** What waits goes on; what happened while it was off is not told. */
  void switchOn() {
    active = true;
    disabledReason = null;
  }

  void switchOff() {
    active = false;
  }

  void remove() {
    removed = true;
  }

  void restore() {
    removed = false;
  }
}
