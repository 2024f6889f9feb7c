package dev.winback.importing;

import dev.winback.shared.Refused;
import dev.winback.shared.Sha256;
import dev.winback.shared.Tally;
import dev.winback.staff.Actor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Calls answered under an idempotency key: the key is taken in the transaction of the call itself,
 * so that a second one waits for the first and a refused one leaves no trace.
 */
@Component
class Answered {

  private static final int LONGEST_KEY = 200;

  private final JdbcClient jdbc;

  Answered(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Tally once(
      @Nullable String key,
      ImportType type,
      List<Map<String, String>> body,
      Actor actor,
      Supplier<Tally> work) {
    if (key == null || key.isBlank()) {
      return work.get();
    }
    if (key.length() > LONGEST_KEY) {
      throw Refused.field("Idempotency-Key", "refused.key-long", LONGEST_KEY);
    }
    var hash = hash(type, body);
    return taken(key, hash, actor) ? answered(key, work.get(), actor) : earlier(key, hash, actor);
  }

  private boolean taken(String key, String hash, Actor actor) {
    return jdbc.sql(
                """
                insert into idempotency (member_id, key, body_hash) values (:member, :key, :hash)
                on conflict do nothing
                """)
            .param("member", actor.member())
            .param("key", key)
            .param("hash", hash)
            .update()
        == 1;
  }

  private Tally answered(String key, Tally tally, Actor actor) {
    jdbc.sql(
            """
            update idempotency set created = :created, changed = :changed, same = :same
            where member_id = :member and key = :key
            """)
        .param("created", tally.created())
        .param("changed", tally.changed())
        .param("same", tally.same())
        .param("member", actor.member())
        .param("key", key)
        .update();
    return tally;
  }

  private Tally earlier(String key, String hash, Actor actor) {
    return jdbc.sql(
            """
            select created, changed, same from idempotency
            where member_id = :member and key = :key and body_hash = :hash
            """)
        .param("member", actor.member())
        .param("key", key)
        .param("hash", hash)
        .query(Tally.class)
        .optional()
        .orElseThrow(() -> new Refused("refused.key-used", key));
  }

  private static String hash(ImportType type, List<Map<String, String>> body) {
    var text = type + body.stream().map(row -> new TreeMap<>(row).toString()).toList().toString();
    return Sha256.hex(text);
  }
}
