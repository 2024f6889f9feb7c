package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.letter.Letters;
import dev.winback.offer.Offers;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The invariants of house.md, each asked of the tables and of what the model knows. */
@Component
class HouseCheck {

  private static final Set<String> OPEN = Set.of("LATE", "LOST", "DECIDED", "WORKING");
  private static final Set<String> WON = Set.of("RETURNED", "RESTORED", "SAFE");
  private static final Set<String> EARNED = Set.of("coupon", "letter", "call");
  private static final Set<String> NO_LOSS = Set.of("FALSE_ALARM", "MERGED");
  private static final Set<String> WAITS = Set.of("REFUSED", "UNREACHABLE", "TWICE_LOST");

  private final JdbcClient jdbc;
  private final Letters letters;
  private final Offers offers;
  private final Stories stories;

  HouseCheck(JdbcClient jdbc, Letters letters, Offers offers, Stories stories) {
    this.jdbc = jdbc;
    this.letters = letters;
    this.offers = offers;
    this.stories = stories;
  }

  private record Loss(
      long id,
      String ref,
      int number,
      String stage,
      LocalDate opened,
      @Nullable LocalDate returned,
      @Nullable String credit,
      @Nullable String purchase) {}

  void holds(HouseModel model) {
    oneOpenLapse();
    onePurchaseReturnsOneLapse();
    whoLostHimDoesNotWinHimBack();
    theTwiceLostHaveNoWork();
    noCallOutlivesItsLoss();
    offersAreWithinAuthorityAndFloor();
    everyDueLetterIsAccountedFor();
    aRungOncePerLapse();
    var losses = losses();
    for (int i = 0; i < HouseStep.CUSTOMERS; i++) {
      var root = "H" + i;
      if (model.root(root).equals(root)) {
        of(losses.stream().filter(loss -> loss.ref().equals(root)).toList(), root, model);
      }
    }
  }

  private List<Loss> losses() {
    return jdbc.sql(
            """
            select l.id, c.ref, l.number, l.stage, l.opened_on as opened, l.returned_on as returned, l.credit,
                   p.external_id as purchase
            from lapse l join customer c on c.id = l.customer_id left join purchase p on p.id = l.return_purchase_id
            where c.ref like 'H%' order by c.ref, l.number
            """)
        .query(Loss.class)
        .list();
  }

  private void of(List<Loss> losses, String root, HouseModel model) {
    boolean earned = false;
    for (var loss : losses) {
      if (WON.contains(loss.stage())) {
        returnedByAPurchase(loss, root, model);
      }
      if (OPEN.contains(loss.stage())) {
        assertThat(earned && !model.reopened.contains(loss.id()))
            .as("%s: open after an earned return", loss)
            .isFalse();
      }
      if (OPEN.contains(loss.stage()) || WAITS.contains(loss.stage())) {
        hasNotBoughtSince(loss, losses, root, model);
      }
      earned |= WON.contains(loss.stage()) && EARNED.contains(String.valueOf(loss.credit()));
    }
  }

  private static void returnedByAPurchase(Loss loss, String root, HouseModel model) {
    var sale = model.sale(Objects.requireNonNull(loss.purchase(), loss::toString));
    assertThat(sale).as("%s: by a purchase that was told", loss).isNotNull();
    assertThat(sale.counts()).as("%s: the purchase counts", loss).isTrue();
    assertThat(model.root(sale.ref)).as("%s: his own purchase", loss).isEqualTo(root);
    assertThat(sale.day).as("%s: on its day", loss).isEqualTo(loss.returned());
    assertThat(sale.day).as("%s: not before the loss", loss).isAfterOrEqualTo(loss.opened());
  }

  private static void hasNotBoughtSince(
      Loss loss, List<Loss> losses, String root, HouseModel model) {
    var next =
        losses.stream()
            .filter(l -> l.number() > loss.number() && !NO_LOSS.contains(l.stage()))
            .map(Loss::opened)
            .min(LocalDate::compareTo)
            .orElse(LocalDate.MAX);
    assertThat(model.counting(root))
        .as("%s: bought since", loss)
        .noneMatch(sale -> !sale.day.isBefore(loss.opened()) && sale.day.isBefore(next));
  }

  private void oneOpenLapse() {
    none(
        "two open lapses of one customer",
        """
        select customer_id from lapse where stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
        group by 1 having count(*) > 1
        """);
  }

  private void onePurchaseReturnsOneLapse() {
    none(
        "one purchase returns two lapses",
        """
        select return_purchase_id from lapse where return_purchase_id is not null
        group by 1 having count(*) > 1
        """);
  }

  private void whoLostHimDoesNotWinHimBack() {
    none(
        "assigned to who lost him",
        """
        select l.id from lapse l join lapse e on e.customer_id = l.customer_id and e.lost_by = l.assignee
        where l.override_reason is null and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING') and e.stage <> 'FALSE_ALARM'
        """);
  }

  private void theTwiceLostHaveNoWork() {
    none(
        "a task for the twice lost",
        """
        select t.id from task t join lapse l on l.id = t.lapse_id where l.stage = 'TWICE_LOST' and t.state = 'open'
        """);
    none(
        "two letters of repentance",
        "select customer_id from letter where rung = 0 and state <> 'SUPPRESSED' group by 1 having count(*) > 1");
  }

  /** house.md, "A purchase arrives": what was planned for a loss ends with it. */
  private void noCallOutlivesItsLoss() {
    none(
        "a call for a loss that is over",
        """
        select t.id, l.stage from task t join lapse l on l.id = t.lapse_id
         where t.kind = 'call' and t.state = 'open' and l.stage not in ('LATE', 'LOST', 'DECIDED', 'WORKING')
        """);
  }

  /** After a night each of them has his one letter of repentance, sent, due or held. */
  void theTwiceLostHaveTheirLetter() {
    none(
        "twice lost, and no letter of repentance",
        """
        select l.id from lapse l where l.stage = 'TWICE_LOST'
           and not exists (select from letter e where e.customer_id = l.customer_id and e.rung = 0)
           and exists (select from customer c where c.id = l.customer_id and c.status = 'active')
        """);
  }

  private void offersAreWithinAuthorityAndFloor() {
    var rules = offers.catalogue().rules();
    assertThat(
            jdbc.sql(
                    """
                    select g.id, g.percent, g.state from offer_grant g
                    left join member d on d.id = g.decided_by
                    where g.given_by is not null
                      and (g.percent > :own and coalesce(d.role, 'REP') = 'REP'
                           or g.percent > :most
                           or g.debt is null and g.order_mean * (g.margin_percent - g.percent) < g.order_mean * :floor)
                    """)
                .param("own", rules.repPercent())
                .param("most", rules.mostPercent())
                .param("floor", rules.floorPercent())
                .query()
                .listOfRows())
        .as("offers above authority or below the floor")
        .isEmpty();
  }

  private void everyDueLetterIsAccountedFor() {
    var lines = letters.balance(stories.marketing());
    long due =
        jdbc.sql("select count(distinct (lapse_id, rung)) from letter").query(Long.class).single();
    assertThat(lines.stream().mapToLong(line -> line.letters()).sum())
        .as("letters in the balance")
        .isEqualTo(due);
    none(
        "a held letter without a reason",
        "select id from letter where state = 'HELD' and hold_reason is null");
  }

  private void aRungOncePerLapse() {
    none(
        "a rung twice in one lapse",
        """
        select lapse_id, rung from letter where sent_at is not null and lapse_id is not null
        group by 1, 2 having count(*) > 1
        """);
  }

  private void none(String what, String sql) {
    assertThat(jdbc.sql(sql).query().listOfRows()).as(what).isEmpty();
  }
}
