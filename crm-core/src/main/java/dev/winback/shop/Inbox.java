package dev.winback.shop;

import dev.winback.shared.Sha256;
import dev.winback.shared.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What shops say: its signature is checked, it is stored and answered at once, and worked off
 * afterwards; the same delivery again is stored once.
 */
@Service
@Transactional
public class Inbox {

  private static final String STORE = Sql.of(Inbox.class, "store.sql");

  private final JdbcClient jdbc;

  Inbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Sender(long id, String address, String hookSecret) {}

  /** False when no connected shop has signed it; then nothing is stored. */
  public boolean receive(Hook hook) {
    var sender = sender(hook);
    var topic = hook.topic();
    if (sender.isPresent() && topic != null) {
      var delivery = hook.delivery() == null ? hash(hook) : hook.delivery();
      store(sender.get().id(), delivery, topic, hook.body());
    }
    return sender.isPresent();
  }

  /** The shop that is named if one is, else whichever shop's secret fits. */
  private Optional<Sender> sender(Hook hook) {
    return senders(hook.system()).stream()
        .filter(shop -> named(shop.address(), hook.sender()))
        .filter(shop -> HookSignature.matches(hook.body(), shop.hookSecret(), hook.signature()))
        .findFirst();
  }

  private List<Sender> senders(ShopSystem system) {
    return jdbc.sql(
            """
            select id, address, hook_secret from shop
            where system = :system and disconnected_at is null order by id
            """)
        .param("system", system.word())
        .query(Sender.class)
        .list();
  }

  private static boolean named(String address, @Nullable String sender) {
    return sender == null || host(address).equals(host(sender));
  }

  private static String host(String address) {
    return address
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^https?://", "")
        .replaceFirst("[/:].*$", "");
  }

  /** What is stored is acknowledged, and what is acknowledged is stored. */
  void store(long shop, String delivery, String topic, byte[] body) {
    jdbc.sql(STORE)
        .param("shop", shop)
        .param("delivery", delivery)
        .param("topic", topic)
        .param("body", body)
        .update();
  }

  private static String hash(Hook hook) {
    return "sha256-" + Sha256.hex(hook.body()) + "-" + hook.topic();
  }
}
