package dev.winback.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.Merges;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.lapse.Stage;
import dev.winback.letter.Letters;
import dev.winback.shared.Refused;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** DEC-32: whatever the way, there is no second discount beside one that runs. */
class SecondDiscountTest extends GrantStories {

  @Autowired Letters letters;
  @Autowired Merges merges;
  @Autowired Lapses lapses;

  private static void refused(String key, ThrowingCallable act) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(key);
  }

  @Test
  void aRefusalIsNotTakenBackBesideOneThatWasGivenSince() {
    var refused = offer(rep, "discount", "percent", "20");
    grants.refuse(id(refused), "too much", manager);
    var given = offer(rep, "discount");
    refused("grant.refused.waiting", () -> grants.undecide(id(refused), manager));
    grants.withdraw(id(given), rep);
    grants.undecide(id(refused), manager);
    assertThat(now(refused).state()).isEqualTo("asked");
  }

  @Test
  void anAnswerIsNotTakenBackBesideOneThatWasGivenSince() {
    var declined = offer(rep, "discount");
    grants.answer(id(declined), false, rep);
    var given = offer(rep, "discount");
    refused("grant.refused.waiting", () -> grants.unanswer(id(declined), rep));
    grants.withdraw(id(given), rep);
    grants.unanswer(id(declined), rep);
    grants.answer(id(declined), true, rep);
    grants.unanswer(id(declined), rep);
    assertThat(now(declined).state()).as("it ran all the time").isEqualTo("given");
  }

  @Test
  void whatWasApprovedIsNotGivenBesideACouponThatALetterBroughtSince() {
    var approved = offer(rep, "discount", "percent", "20");
    grants.approve(id(approved), null, null, null, manager);
    aLetterBringsACoupon();
    refused("grant.refused.second", () -> grants.give(id(approved), null, rep));
    jdbc.sql("update coupon set void_at = now()").update();
    grants.give(id(approved), null, rep);
    assertThat(now(approved).state()).isEqualTo("given");
  }

  private void aLetterBringsACoupon() {
    jdbc.sql(
            """
            with e as (
              insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on)
              select l.id, l.customer_id, 2, 'SENT', 10, (select template_id from rung where number = 2), l.opened_on
                from lapse l returning id, lapse_id, customer_id)
            insert into coupon (code, letter_id, customer_id, lapse_id, percent, valid_until)
            select 'ABC0123XYZ', e.id, e.customer_id, e.lapse_id, 10, :day from e
            """)
        .param("day", clock.today())
        .update();
  }

  @Test
  void theLadderWaitsForTheDiscountToItsLastDay() {
    var given = offer(rep, "discount");
    jdbc.sql("update rung set mode = 'live', backlog = true where number = 1").update();
    letters.plan(clock.today());
    assertThat(letter()).isEqualTo("HELD DISCOUNT_RUNS");
    lastDay(given, 0);
    assertThat(letter()).isEqualTo("HELD DISCOUNT_RUNS");
    lastDay(given, 1);
    assertThat(letter()).isEqualTo("PLANNED ");
  }

  private void lastDay(GrantRow given, int after) {
    clock.setDay(given.validUntil().plusDays(after));
    letters.judge(clock.today());
  }

  @Test
  void theLadderGoesOnWhenTheDiscountIsNoMoreWhateverLettersRestFor() {
    var given = offer(rep, "discount");
    jdbc.sql("update rung set mode = 'live', backlog = true where number = 1").update();
    letters.plan(clock.today());
    jdbc.sql("update lapse set letters_rest_until = null, version = version + 1").update();
    assertThat(letters.judge(clock.today())).isZero();
    grants.takeBack(id(given), rep);
    letters.judge(clock.today());
    assertThat(letter()).isEqualTo("PLANNED ");
    offer(rep, "gift");
    assertThat(letters.judge(clock.today())).as("a gift is no discount").isZero();
  }

  private String letter() {
    return jdbc.sql("select state || ' ' || coalesce(hold_reason, '') from letter where rung = 1")
        .query(String.class)
        .single();
  }

  @Test
  void offersFollowTheLossThatTheirsBecamePartOf() {
    var other = anotherRecord();
    var here = offer(rep, lapse, "discount", "percent", "20");
    var there = offer(rep, other, "discount", "percent", "20");
    merges.merge("LOST", "OTHER", Set.of(), manager);
    grants.approve(id(here), null, null, null, manager);
    grants.approve(id(there), null, null, null, manager);
    refused("grant.refused.waiting", () -> grants.give(id(there), null, rep));
    grants.withdraw(id(here), rep);
    grants.give(id(there), null, rep);
    grants.answer(id(there), true, rep);
    assertThat(now(there).state()).isEqualTo("accepted");
    refused("grant.refused", () -> offer(rep, lapse, "discount"));
    refused("grant.refused", () -> offer(rep, other, "discount"));
    lapses.close(open(), Stage.REFUSED, "price", rep);
    assertThat(couponsOf(there).get(0).get("void_at")).as("it ends with the loss").isNotNull();
  }

  private LapseId open() {
    return new LapseId(
        jdbc.sql("select id from lapse where stage <> 'MERGED'").query(Long.class).single());
  }

  private LapseId anotherRecord() {
    lost("OTHER");
    nightly.run(clock.today().plusDays(1));
    return lapse("OTHER");
  }
}
