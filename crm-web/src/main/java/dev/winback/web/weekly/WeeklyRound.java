package dev.winback.web.weekly;

import dev.winback.mail.StaffLetter;
import dev.winback.mail.StaffMail;
import dev.winback.shared.Unquoted;
import dev.winback.staff.Staff;
import dev.winback.weekly.DueWeekly;
import dev.winback.weekly.WeeklyLetters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends the letters of this Monday that are due, one after the other; never one twice. */
@Component
class WeeklyRound {

  private static final Logger LOG = LoggerFactory.getLogger(WeeklyRound.class);

  private final WeeklyLetters letters;
  private final WeeklyWords words;
  private final StaffMail mail;
  private final Staff staff;

  WeeklyRound(WeeklyLetters letters, WeeklyWords words, StaffMail mail, Staff staff) {
    this.letters = letters;
    this.words = words;
    this.mail = mail;
    this.staff = staff;
  }

  void work() {
    for (var due = letters.claim(); due.isPresent(); due = letters.claim()) {
      send(due.get());
    }
  }

  /** What breaks before the mail is handed over has certainly not sent it: it is tried again. */
  private void send(DueWeekly due) {
    StaffLetter letter;
    try {
      letter = words.letter(due, letters.figures(due.week(), staff.actor(due.login())));
    } catch (RuntimeException e) {
      LOG.warn("A weekly letter could not be written: {}", Unquoted.of(e));
      letters.later(due, e.getClass().getSimpleName());
      return;
    }
    note(due, mail.send(letter));
  }

  private void note(DueWeekly due, StaffMail.Told told) {
    switch (told.answer()) {
      case SENT -> letters.sent(due, told.reply());
      case LATER -> letters.later(due, told.reply());
      case ENDED -> letters.ended(due, told.reply());
    }
    if (told.answer() != StaffMail.Answer.SENT) {
      LOG.warn("A weekly letter did not leave: {}", told.reply());
    }
  }
}
