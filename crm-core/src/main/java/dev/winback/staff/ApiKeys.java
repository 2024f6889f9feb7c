package dev.winback.staff;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The keys by which programs act for a member: made, listed, revoked, recognised. */
@Service
@Transactional
public class ApiKeys {

  private final ApiKeyRepository keys;
  private final ApiKeyReading reading;
  private final BusinessClock clock;
  private final Audit audit;

  ApiKeys(ApiKeyRepository keys, ApiKeyReading reading, BusinessClock clock, Audit audit) {
    this.keys = keys;
    this.reading = reading;
    this.clock = clock;
    this.audit = audit;
  }

  /** Everybody's for an administrator, else one's own; the newest first. */
  @Transactional(readOnly = true)
  public List<KeyRow> all(Actor actor) {
    actor.require(Permission.KEEP_KEYS);
    return reading.rows(actor.may(Permission.ADMINISTER) ? null : actor.id(), clock.today());
  }

  /** A key of the actor's own; the answer alone knows its secret. */
  public MadeKey make(NewKey entry, Actor actor) {
    actor.require(Permission.KEEP_KEYS);
    entry.check(actor.role(), clock.today());
    var token = Token.fresh();
    var key = keys.saveAndFlush(new ApiKey(actor.id(), entry, token, clock.instant()));
    note("made", key, actor);
    return new MadeKey(key.id(), key.name(), token.text());
  }

  /** The next call with it is refused; its name for the notice. */
  public String revoke(long id, Actor actor) {
    var key = own(id, actor);
    if (!key.revoked()) {
      key.revoke(clock.instant());
      save("revoked", key, actor);
    }
    return key.name();
  }

  /** Takes a revocation back within the minute. */
  public String restore(long id, Actor actor) {
    var key = own(id, actor);
    if (key.revoked()) {
      key.restore(clock.instant());
      save("restored", key, actor);
    }
    return key.name();
  }

  private ApiKey own(long id, Actor actor) {
    actor.require(Permission.KEEP_KEYS);
    return keys.findById(id)
        .filter(key -> key.of(actor.id()) || actor.may(Permission.ADMINISTER))
        .orElseThrow(() -> new NotFound("key"));
  }

  private void save(String action, ApiKey key, Actor actor) {
    keys.saveAndFlush(key);
    note(action, key, actor);
  }

  private void note(String action, ApiKey key, Actor actor) {
    var detail = Map.of("name", key.name(), "scopes", key.scopes());
    audit.note(actor, "key." + action, "api_key", key.id(), detail);
  }

  /**
   * Whose key this is; nothing for one that is unknown, wrong, revoked, expired or of a member who
   * left, and no sign of which.
   */
  public Optional<KnownKey> recognise(String text) {
    return Token.read(text)
        .flatMap(token -> reading.recognise(token, clock.today(), clock.instant()));
  }
}
