package dev.winback.team;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One name behind a figure of the team: a promise ({@code what} is its kind, {@code words} what was
 * promised), a call ({@code what} is its result, {@code words} the note) or a return ({@code what}
 * is to whom it is owed, money is the first purchase). {@code state} is {@code open}, {@code kept},
 * {@code broken} or {@code overdue} for a promise, {@code talk} or {@code attempt} for a call,
 * {@code pin} where a manager has said something of it, {@code call} by which he can.
 */
public record WorkRow(
    long id,
    long lapse,
    String ref,
    String customer,
    String member,
    String login,
    LocalDate day,
    @Nullable Instant at,
    String what,
    @Nullable String detail,
    @Nullable String words,
    String state,
    boolean pin,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable Long call) {

  /** Of a call the line that was pressed, which may say more than its result. */
  public String said() {
    return detail == null ? what : detail;
  }
}
