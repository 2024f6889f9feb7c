package dev.winback.task;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether the customer may be called at this moment (CAL-07, CAL-08): his local time, and if not
 * now, why and until when in his own zone.
 */
public record CallWindow(LocalTime local, @Nullable NotNow notNow, @Nullable ZonedDateTime until) {

  private static final Duration PAUSE = Duration.ofHours(1);

  /** He chose the hour, whatever hour it is; who missed it calls when people are called. */
  private static final Duration AGREED = Duration.ofHours(2);

  /** Why a call has to wait. */
  public enum NotNow {
    TOO_EARLY,
    TOO_LATE,
    /** After a conflict nobody calls before a day (DEC-36). */
    COOL_DOWN,
    /** Somebody called within the last hour. */
    JUST_CALLED,
    /** We agreed a later time. */
    AGREED_LATER,
    /** The last attempt failed in this part of the day. */
    OTHER_PART,
    /** A colleague has him on the line, or his card before him. */
    WITH_COLLEAGUE,
    /** He has heard from us as often as the cap of 30 days lets him. */
    CONTACT_CAP,
    /** He asked to be written to. */
    OTHER_CHANNEL;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the customer asked for and what happened before. */
  record Wishes(
      ZoneId zone,
      CallHours hours,
      @Nullable Instant lastCalled,
      @Nullable Instant agreed,
      @Nullable DayPart part,
      @Nullable Instant leasedUntil,
      @Nullable Instant capUntil,
      @Nullable LocalDate notBefore,
      boolean otherChannel) {}

  static CallWindow at(Instant now, Wishes wishes) {
    var there = now.atZone(wishes.zone);
    var hours = wishes.hours;
    var agreed = wishes.agreed;
    var leased = wishes.leasedUntil;
    if (leased != null) {
      return wait(there, NotNow.WITH_COLLEAGUE, leased.atZone(wishes.zone));
    }
    if (agreed != null && now.isBefore(agreed)) {
      return wait(there, NotNow.AGREED_LATER, agreed.atZone(wishes.zone));
    }
    if (agreed != null && now.isBefore(agreed.plus(AGREED))) {
      return new CallWindow(there.toLocalTime(), null, null);
    }
    if (wishes.notBefore != null && there.toLocalDate().isBefore(wishes.notBefore)) {
      return wait(
          there, NotNow.COOL_DOWN, wishes.notBefore.atTime(hours.from()).atZone(wishes.zone));
    }
    return within(hours, now, there, wishes);
  }

  private static CallWindow within(
      CallHours hours, Instant now, ZonedDateTime there, Wishes wishes) {
    if (there.toLocalTime().isBefore(hours.from())) {
      return wait(there, NotNow.TOO_EARLY, there.with(hours.from()));
    }
    if (!there.toLocalTime().isBefore(hours.until())) {
      return wait(there, NotNow.TOO_LATE, there.plusDays(1).with(hours.from()));
    }
    return soon(now, there, wishes);
  }

  private static CallWindow soon(Instant now, ZonedDateTime there, Wishes wishes) {
    var last = wishes.lastCalled;
    if (last != null && now.isBefore(last.plus(PAUSE))) {
      return wait(there, NotNow.JUST_CALLED, last.plus(PAUSE).atZone(wishes.zone));
    }
    var part = wishes.part;
    if (part != null && wishes.hours.reach(part)) {
      if (!part.begun(there.toLocalTime())) {
        return wait(there, NotNow.OTHER_PART, there.with(part.from()));
      }
      if (part.over(there.toLocalTime())) {
        return wait(there, NotNow.OTHER_PART, there.plusDays(1).with(wishes.hours.from()));
      }
    }
    var cap = wishes.capUntil;
    if (cap != null && now.isBefore(cap)) {
      return wait(there, NotNow.CONTACT_CAP, cap.atZone(wishes.zone));
    }
    return new CallWindow(
        there.toLocalTime(), wishes.otherChannel ? NotNow.OTHER_CHANNEL : null, null);
  }

  private static CallWindow wait(ZonedDateTime there, NotNow why, ZonedDateTime until) {
    return new CallWindow(there.toLocalTime(), why, until);
  }

  public boolean open() {
    return notNow == null;
  }
}
