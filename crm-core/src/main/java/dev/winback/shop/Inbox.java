package dev.winback.shop;

import dev.winback.shared.Sha256;
import dev.winback.shared.Sql;
import java.util.List;
import java.util.Locale;
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
  private final ShopRefusals refusals;

  Inbox(JdbcClient jdbc, ShopRefusals refusals) {
    this.jdbc = jdbc;
    this.refusals = refusals;
  }

  private record Sender(long id, String address, String hookSecret) {}

  /** Whether anything of this system can be believed at all. */
  @Transactional(readOnly = true)
  public boolean expects(ShopSystem system) {
    return !senders(system).isEmpty();
  }

  /**
   * False when no connected shop has signed it, or of Shopify nobody can know what it tells of;
   * then nothing is stored but that it was refused. WooCommerce tries a new webhook without a
   * topic.
   */
  public boolean receive(Hook hook) {
    var topic = hook.topic();
    var connected = senders(hook.system());
    var signers = connected.stream().filter(shop -> signed(shop, hook)).toList();
    var sender = signers.stream().filter(shop -> named(shop.address(), hook.sender())).findFirst();
    boolean nameless = topic == null && hook.system() == ShopSystem.SHOPIFY;
    if (sender.isEmpty() || nameless) {
      var why = sender.isEmpty() ? why(connected, signers) : "topic";
      refusals.note(hook.system(), why, hook.sender());
      return false;
    }
    if (topic != null) {
      var delivery = hook.delivery() == null ? hash(hook) : hook.delivery();
      store(sender.get().id(), delivery, topic, hook.body());
    }
    return true;
  }

  private static boolean signed(Sender shop, Hook hook) {
    return HookSignature.matches(hook.body(), shop.hookSecret(), hook.signature());
  }

  /** Of whoever knows a secret only the host is another one than was entered. */
  private static String why(List<Sender> connected, List<Sender> signers) {
    return connected.isEmpty() ? "nobody" : signers.isEmpty() ? "signature" : "host";
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

  /** The shop that is named if one is, else whichever shop's secret fits. */
  private static boolean named(String address, @Nullable String sender) {
    return sender == null || host(address).equals(host(sender));
  }

  /** Whoever types the address of a site leaves out the www that the site says of itself. */
  private static String host(String address) {
    return address
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^https?://", "")
        .replaceFirst("^www\\.", "")
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
