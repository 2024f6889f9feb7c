package dev.winback.category;

import dev.winback.customer.CustomerId;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Firms whose purchases are told one by one, and nights over them. */
@CoreTest
abstract class CategoryStories {

  /** The night of 1 June 2026: May is complete, the list is made of December to May. */
  static final LocalDate DAY = MovableClock.START;

  @Autowired Categories categories;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  Actor manager;
  private int number;

  @BeforeEach
  void hire() {
    manager = stories.manager();
  }

  CustomerId customer(String ref) {
    return stories.aCustomer(ref).neverBought().save();
  }

  long pays(CustomerId customer, LocalDate day, String amount) {
    return buys(customer, day, amount, "EUR", "paid", null, null);
  }

  long buys(
      CustomerId customer,
      LocalDate day,
      String amount,
      String currency,
      String status,
      String margin,
      Integer units) {
    return jdbc.sql(
            """
            insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status, margin, units)
            values (:customer, 'category', :number, :at, cast(:amount as numeric), :currency, :status,
                    cast(:margin as numeric), :units)
            returning id
            """)
        .param("customer", customer.value())
        .param("number", "c-" + number++)
        .param("at", day.atTime(12, 0).atZone(clock.getZone()).toInstant().atOffset(ZoneOffset.UTC))
        .param("amount", amount)
        .param("currency", currency)
        .param("status", status)
        .param("margin", margin)
        .param("units", units)
        .query(Long.class)
        .single();
  }

  long night() {
    return night(DAY);
  }

  long night(LocalDate day) {
    return categories.settle(categories.collect(day));
  }

  List<VipStanding> standings(LocalDate day) {
    var found = new ArrayList<VipStanding>();
    categories.settle(
        categories.collect(day),
        (customers, vips, again) -> {
          found.addAll(vips);
          return 0;
        });
    return found;
  }

  Category category(CustomerId customer) {
    return categories.of(Set.of(customer)).get(customer);
  }

  String cell(CustomerId customer) {
    var category = category(customer);
    return "" + category.abc() + category.xyz();
  }

  void settings(CategorySettings settings) {
    jdbc.sql(
            """
            insert into category_setting (criterion, a, b, x, y, way, share, months, approach)
            values (:criterion, :a, :b, :x, :y, :way, :share, :months, :approach)
            """)
        .param("criterion", settings.criterion().code())
        .param("a", settings.a())
        .param("b", settings.b())
        .param("x", settings.x())
        .param("y", settings.y())
        .param("way", settings.way().code())
        .param("share", settings.share())
        .param("months", settings.months())
        .param("approach", settings.approach().code())
        .update();
  }

  static CategorySettings by(Criterion criterion) {
    var d = CategorySettings.DEFAULT;
    return new CategorySettings(
        criterion, d.a(), d.b(), d.x(), d.y(), d.way(), d.share(), d.months(), d.approach());
  }

  static CategorySettings totals(int months) {
    var d = CategorySettings.DEFAULT;
    return new CategorySettings(
        d.criterion(),
        d.a(),
        d.b(),
        d.x(),
        d.y(),
        CategorySettings.Way.TOTAL,
        d.share(),
        months,
        d.approach());
  }

  /** All that a night wrote. */
  List<?> everything() {
    return List.of(
        jdbc.sql("select * from customer_category order by customer_id").query().listOfRows(),
        jdbc.sql("select * from category_limit").query().listOfRows().toString(),
        jdbc.sql("select * from vip_month order by month").query().listOfRows(),
        jdbc.sql("select * from vip_member order by month, customer_id").query().listOfRows(),
        jdbc.sql("select * from vip_move order by month, customer_id").query().listOfRows());
  }

  List<String> vips(LocalDate month) {
    return jdbc.sql(
            """
            select c.ref from vip_member v join customer c on c.id = v.customer_id
            where v.month = :month order by v.value desc, v.customer_id
            """)
        .param("month", month)
        .query(String.class)
        .list();
  }

  List<String> moves(LocalDate month, boolean joined) {
    return jdbc.sql(
            """
            select c.ref from vip_move v join customer c on c.id = v.customer_id
            where v.month = :month and v.joined = :joined order by c.ref
            """)
        .param("month", month)
        .param("joined", joined)
        .query(String.class)
        .list();
  }

  List<String> list() {
    return jdbc.sql(
            """
            select c.ref from customer_category k join customer c on c.id = k.customer_id where k.vip order by c.ref
            """)
        .query(String.class)
        .list();
  }
}
