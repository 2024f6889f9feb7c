package dev.winback.contact;

import dev.winback.customer.FactTable;
import java.util.Locale;

/** The columns of contacts. */
final class ContactTable {

  private static final int CUSTOMERS_PER_SLICE = 5_000;

  private ContactTable() {}

  static FactTable<Contact> table() {
    return FactTable.<Contact>of("contact", CUSTOMERS_PER_SLICE)
        .column("contacted_at", "timestamptz", (rows, c) -> rows.moment(c.time()))
        .column("channel", "text", (rows, c) -> rows.text(channel(c)))
        .column("direction", "text", (rows, c) -> rows.text(c.incoming() ? "in" : "out"))
        .column("member_id", "bigint", (rows, c) -> rows.bigint(c.member()))
        .column("result", "text", (rows, c) -> rows.text(c.result()))
        .column("reached", "boolean", (rows, c) -> rows.bool(c.reached()))
        .column("agreed", "boolean", (rows, c) -> rows.bool(c.agreed()))
        .column("asks_reply", "boolean", (rows, c) -> rows.bool(c.asksReply()))
        .column("note", "text", (rows, c) -> rows.text(c.note()));
  }

  private static String channel(Contact contact) {
    return contact.channel().name().toLowerCase(Locale.ROOT);
  }
}
