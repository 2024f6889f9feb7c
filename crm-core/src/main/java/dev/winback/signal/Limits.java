package dev.winback.signal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The limits of the rules for one kind of customer (rules.md, "opening"; OPS-06), each a setting.
 *
 * @param classes classes of silence in days, ascending
 * @param lostClass days of silence from which a customer is lost
 * @param lateShare share of such customers who would still order later, at which one is late
 * @param lostShare the same share at which one is lost by the own rhythm
 * @param lateTimes multiple of the own mean gap that is late where there is no model
 * @param lostTimes multiple of the own mean gap that is lost
 * @param latePurchases fewest purchase days that make a rhythm of one's own
 * @param lateDays days of silence below which nobody is late
 * @param seasonShare percent of the days of purchase in three months of the year above which
 *     silence outside them means nothing; 100: never
 * @param maxGap longest allowed days without an order; null: no such rule
 * @param requestMonths calendar months without a request
 * @param requestsWithoutPurchase requests in a row without a purchase
 * @param unanswered letters and agreed calls in a row without an answer
 * @param answerDays days that a letter has to be answered
 * @param volumeShare percent of the own norm below which volume has dropped
 * @param volumePurchases fewest purchase days that make a norm
 * @param cartDays days for which a left cart is remembered
 * @param complaintDays days for which an open or badly answered complaint is remembered
 * @param vipShare percent of the own monthly average that is little for a VIP
 * @param vipMonths fewest months of the list with a payment that make such an average
 * @param marginShare percent of revenue below which a VIP's margin is squeezed
 * @param welcomeDays days from the first purchase to the end of a welcome discount; null: none
 * @param momentDays days around a risky day
 * @param off rules that are switched off
 */
public record Limits(
    List<Integer> classes,
    int lostClass,
    BigDecimal lateShare,
    BigDecimal lostShare,
    BigDecimal lateTimes,
    BigDecimal lostTimes,
    int latePurchases,
    int lateDays,
    int seasonShare,
    @Nullable Integer maxGap,
    int requestMonths,
    int requestsWithoutPurchase,
    int unanswered,
    int answerDays,
    int volumeShare,
    int volumePurchases,
    int cartDays,
    int complaintDays,
    int vipShare,
    int vipMonths,
    int marginShare,
    @Nullable Integer welcomeDays,
    int momentDays,
    Set<SignalKind> off) {

  public static final Limits DEFAULT =
      new Limits(
          List.of(90, 180, 360),
          180,
          new BigDecimal("0.10"),
          new BigDecimal("0.05"),
          new BigDecimal("1.5"),
          new BigDecimal("3"),
          3,
          14,
          70,
          null,
          3,
          3,
          3,
          7,
          50,
          4,
          30,
          365,
          50,
          5,
          5,
          null,
          7,
          Set.of());
}
