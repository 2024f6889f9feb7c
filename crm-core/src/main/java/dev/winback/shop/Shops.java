package dev.winback.shop;

import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** The shops that are connected, and what they said. */
@Service
@Transactional
public class Shops {

  private static final String SHOPS = Sql.of(Shops.class, "shops.sql");
  private static final String DELIVERIES = Sql.of(Shops.class, "deliveries.sql");
  private static final String CONNECT = Sql.of(Shops.class, "connect.sql");

  private final JdbcClient jdbc;
  private final Audit audit;
  private final Asking asking;
  private final ObjectMapper json;
  private final ShopRefusals refusals;

  Shops(JdbcClient jdbc, Audit audit, Asking asking, ObjectMapper json, ShopRefusals refusals) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.asking = asking;
    this.json = json;
    this.refusals = refusals;
  }

  @Transactional(readOnly = true)
  public List<ShopRow> all(Actor actor) {
    actor.require(Permission.ADMINISTER);
    return jdbc.sql(SHOPS).query((row, n) -> shop(row)).list();
  }

  private static ShopRow shop(ResultSet row) throws SQLException {
    return new ShopRow(
        row.getLong("id"),
        ShopSystem.valueOf(row.getString("system").toUpperCase(Locale.ROOT)),
        row.getString("address"),
        row.getBoolean("asked"),
        row.getTimestamp("connected_at").toInstant(),
        moment(row.getTimestamp("last_heard")),
        moment(row.getTimestamp("asked_at")),
        row.getString("ask_failure"),
        row.getString("customers_failure"),
        row.getLong("waiting"),
        row.getLong("refused"));
  }

  private static @Nullable Instant moment(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  /** Webhooks that were refused in the last week, whoever sent them. */
  @Transactional(readOnly = true)
  public List<ShopRefusal> refusals(Actor actor) {
    actor.require(Permission.ADMINISTER);
    return refusals.lately();
  }

  /** From now on its webhooks are taken; a shop that is connected already gets the new secrets. */
  public long connect(NewShop shop, Actor actor) {
    actor.require(Permission.ADMINISTER);
    var address = shop.requireAddress();
    asking.requireSafe(URI.create(address));
    requireOne(shop.requireSystem(), address);
    var id =
        jdbc.sql(CONNECT)
            .param("system", shop.requireSystem().word())
            .param("address", address)
            .param("hook", shop.requireHookSecret())
            .param("login", shop.login())
            .param("secret", shop.secret())
            .param("member", actor.member())
            .query(Long.class)
            .single();
    note("connected", id, address, actor);
    return id;
  }

  /** With and without www it is one shop: of two, the first one would get all webhooks. */
  private void requireOne(ShopSystem system, String address) {
    jdbc.sql(
            """
            select address from shop
            where system = :system and disconnected_at is null and address <> :address
              and replace(address, '://www.', '://') = replace(:address, '://www.', '://')
            """)
        .param("system", system.word())
        .param("address", address)
        .query(String.class)
        .optional()
        .ifPresent(
            other -> {
              throw Refused.field("address", "refused.shop.www", other);
            });
  }

  /** Its webhooks are refused from now on; what it said stays. Its address, to be told. */
  public String disconnect(long id, Actor actor) {
    actor.require(Permission.ADMINISTER);
    return turn(id, "disconnected", "disconnected_at = clock_timestamp()", actor);
  }

  /** The undo of a disconnection. */
  public String reconnect(long id, Actor actor) {
    actor.require(Permission.ADMINISTER);
    try {
      return turn(id, "reconnected", "disconnected_at = null", actor);
    } catch (DuplicateKeyException e) {
      throw new Refused("refused.shop.connected-again");
    }
  }

  private String turn(long id, String action, String change, Actor actor) {
    var address =
        jdbc.sql("update shop set " + change + " where id = :id returning address")
            .param("id", id)
            .query(String.class)
            .optional()
            .orElseThrow(() -> new NotFound("shop"));
    note(action, id, address, actor);
    return address;
  }

  private void note(String action, long id, String address, Actor actor) {
    audit.note(actor, "shop." + action, "shop", id, Map.of("address", address));
  }

  /** Newest first. */
  @Transactional(readOnly = true)
  public Paged<DeliveryRow> deliveries(
      @Nullable DeliveryState state, @Nullable String after, int limit, Actor actor) {
    actor.require(Permission.ADMINISTER);
    var cursor = Cursor.decode(after, 1);
    var rows =
        jdbc.sql(DELIVERIES)
            .param("state", state == null ? null : state.word())
            .param("before", cursor == null ? null : cursor.number(0))
            .param("limit", limit + 1)
            .query((row, n) -> delivery(row))
            .list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.id()));
  }

  private DeliveryRow delivery(ResultSet row) throws SQLException {
    var figures = List.<Object>of(json.readValue(row.getString("figures"), Object[].class));
    return new DeliveryRow(
        row.getLong("id"),
        row.getString("shop"),
        row.getString("delivery"),
        row.getString("topic"),
        DeliveryState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        DeliveryEnds.sentence(row.getString("reason"), figures),
        row.getInt("tries"),
        row.getTimestamp("received_at").toInstant(),
        moment(row.getTimestamp("ended_at")));
  }

  /** A refused delivery is tried once more, because what was wrong may have been put right. */
  public void tryAgain(long delivery, Actor actor) {
    actor.require(Permission.ADMINISTER);
    int waiting =
        jdbc.sql(
                """
                update shop_delivery
                   set state = 'waiting', reason = null, figures = '[]', try_at = clock_timestamp(), ended_at = null
                 where id = :id and state = 'refused' and body is not null
                """)
            .param("id", delivery)
            .update();
    if (waiting == 0) {
      throw new NotFound("delivery");
    }
  }
}
