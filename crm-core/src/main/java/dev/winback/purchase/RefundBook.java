package dev.winback.purchase;

import dev.winback.customer.CustomerId;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which purchase bears how much of which refund, written where it differs. */
@Component
class RefundBook {

  private static final String SCOPE = Sql.of(RefundBook.class, "refund-scope.sql");
  private static final String SALES = Sql.of(RefundBook.class, "refund-sales.sql");
  private static final String REFUNDS = Sql.of(RefundBook.class, "refunds.sql");
  private static final String WRITE = Sql.of(RefundBook.class, "refund-write.sql");

  private final JdbcClient jdbc;
  private final String firmCurrency;

  RefundBook(JdbcClient jdbc, Settings settings) {
    this.jdbc = jdbc;
    firmCurrency = settings.currency().getCurrencyCode();
  }

  /** Finds the refunds of these customers anew; the customers whose purchases changed by it. */
  Set<CustomerId> settle(Set<CustomerId> customers) {
    var scope = scope(Sql.array(customers, c -> c.value()));
    if (scope.equals("{}")) {
      return Set.of();
    }
    var parts = Refunding.parts(sales(scope), refunds(scope), firmCurrency);
    return jdbc
        .sql(WRITE)
        .param("scope", scope)
        .param("customers", Sql.array(parts, Refunding.Part::customer))
        .param("purchases", Sql.array(parts, Refunding.Part::purchase))
        .param("refunds", Sql.array(parts, Refunding.Part::refund))
        .param("refund_customers", Sql.array(parts, Refunding.Part::refundCustomer))
        .param("amounts", Sql.array(parts, part -> part.amount().toPlainString()))
        .query((row, n) -> new CustomerId(row.getLong(1)))
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  private String scope(String customers) {
    return Sql.array(
        jdbc.sql(SCOPE).param("customers", customers).query(Long.class).list(), id -> id);
  }

  private List<Refunding.Sale> sales(String scope) {
    return jdbc.sql(SALES).param("scope", scope).query((row, n) -> sale(row)).list();
  }

  private List<Refunding.Money> refunds(String scope) {
    return jdbc.sql(REFUNDS).param("scope", scope).query((row, n) -> refund(row)).list();
  }

  private static Refunding.Sale sale(ResultSet row) throws SQLException {
    return new Refunding.Sale(
        row.getLong("customer_id"),
        row.getLong("id"),
        row.getString("source"),
        row.getString("external_id"),
        moment(row, "purchased_at"),
        row.getBigDecimal("amount"),
        row.getString("currency"),
        row.getBoolean("sold"));
  }

  private static Refunding.Money refund(ResultSet row) throws SQLException {
    return new Refunding.Money(
        row.getLong("customer_id"),
        row.getLong("id"),
        row.getString("source"),
        row.getString("external_id"),
        moment(row, "refunded_at"),
        row.getBigDecimal("amount"),
        row.getString("currency"),
        row.getBoolean("named"),
        (@Nullable Long) row.getObject("target", Long.class));
  }

  private static Instant moment(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
