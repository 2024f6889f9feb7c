package dev.winback.web.letter;

import dev.winback.offer.Coupon;
import dev.winback.offer.Coupons;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Coupons for shops and tills (api.md): valid, for whom, percent, until; used once. */
@RestController
@RequestMapping("/api/v1/coupons/{code}")
class CouponApi {

  private final Coupons coupons;
  private final BusinessClock clock;

  CouponApi(Coupons coupons, BusinessClock clock) {
    this.coupons = coupons;
    this.clock = clock;
  }

  record CouponBody(
      String code,
      boolean valid,
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
    return new CouponBody(
        coupon.code(),
        coupon.valid(clock.today()),
        coupon.ref(),
        coupon.percent(),
        coupon.gives(),
        coupon.validUntil(),
        coupon.redeemedAt());
  }
}
