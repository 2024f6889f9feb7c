package dev.winback.web.letter;

import dev.winback.offer.Coupon;
import dev.winback.offer.Coupons;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Coupons for shops and tills (api.md): valid or why not, for whom, percent, until; used once. */
@RestController
@RequestMapping("/api/v1/coupons/{code}")
class CouponApi {

  private final Coupons coupons;
  private final BusinessClock clock;
  private final Wording wording;

  CouponApi(Coupons coupons, BusinessClock clock, Wording wording) {
    this.coupons = coupons;
    this.clock = clock;
    this.wording = wording;
  }

  record CouponBody(
      String code,
      boolean valid,
      @Nullable String reason,
      String ref,
      int percent,
      @Nullable String gives,
      LocalDate until,
      @Nullable Instant redeemedAt) {}

  @GetMapping
  CouponBody coupon(@PathVariable String code, Actor actor) {
    return body(coupons.coupon(code, actor));
  }

  @PostMapping("/redemptions")
  CouponBody redeem(@PathVariable String code, Actor actor) {
    return body(coupons.redeem(code, actor));
  }

  private CouponBody body(Coupon coupon) {
    var against = coupon.refusal(clock.today());
    return new CouponBody(
        coupon.code(),
        against == null,
        against == null ? null : wording.of(against),
        coupon.ref(),
        coupon.percent(),
        coupon.gives(),
        coupon.validUntil(),
        coupon.redeemedAt());
  }
}
