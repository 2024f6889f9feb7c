package dev.winback.offer;

/** Somebody has used the coupon of this letter: he has got the letter. */
public record CouponUsed(long letter) {}
