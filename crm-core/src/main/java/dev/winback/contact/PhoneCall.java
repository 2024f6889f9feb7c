package dev.winback.contact;

import dev.winback.customer.CustomerId;
import dev.winback.staff.MemberId;
import java.time.Instant;

/**
 * A call of ours as it was logged; {@code reached} says that the customer was there and talked to
 * us, {@code agreed} that its time was agreed beforehand, {@code message} that it was a text
 * message instead.
 */
public record PhoneCall(
    long call,
    CustomerId customer,
    long lapse,
    MemberId member,
    Instant at,
    String result,
    boolean reached,
    boolean agreed,
    boolean message,
    String note) {}
