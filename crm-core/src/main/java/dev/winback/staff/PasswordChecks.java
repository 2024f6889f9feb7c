package dev.winback.staff;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Lets passwords be checked: an hour has 20 wrong ones of an account, 100 of an address, and 20 of
 * a known device, which the two others do not shut out (hold.md T44). Wherever a password is asked
 * for, it is one count.
 */
@Service
public class PasswordChecks {

  public static final Duration WINDOW = CheckedPasswords.WINDOW;
  public static final int OF_ACCOUNT = 20;
  public static final int OF_ADDRESS = 100;
  public static final int OF_DEVICE = 20;

  private final CheckedPasswords checked;
  private final Turns turns = new Turns(Runtime.getRuntime().availableProcessors());

  PasswordChecks(CheckedPasswords checked) {
    this.checked = checked;
  }

  /**
   * What the check gives, or {@link TooManyGuesses} without it; what it throws counts when it says
   * that the password was wrong.
   */
  public <T> T check(Guess guess, Predicate<RuntimeException> wrong, Supplier<T> check) {
    if (full(guess)) { // a flood that is refused anyhow waits for nothing
      throw new TooManyGuesses(false);
    }
    turns.take(guess.device() != null);
    try {
      take(guess);
      return counted(guess, wrong, check);
    } finally {
      turns.leave();
    }
  }

  private boolean full(Guess guess) {
    return guess.device() == null
        ? checked.full(address(guess), OF_ADDRESS) || checked.full(account(guess), OF_ACCOUNT)
        : checked.full(device(guess), OF_DEVICE);
  }

  private void take(Guess guess) {
    checked.forgetOld();
    if (guess.device() != null) {
      took(checked.take(device(guess), OF_DEVICE));
      return;
    }
    took(checked.take(address(guess), OF_ADDRESS));
    if (!checked.take(account(guess), OF_ACCOUNT)) {
      checked.giveBack(address(guess));
      took(false);
    }
  }

  private static void took(boolean taken) {
    if (!taken) {
      throw new TooManyGuesses(false);
    }
  }

  private <T> T counted(Guess guess, Predicate<RuntimeException> wrong, Supplier<T> check) {
    try {
      var answer = check.get();
      giveBack(guess);
      return answer;
    } catch (RuntimeException thrown) {
      if (!wrong.test(thrown)) {
        giveBack(guess);
      }
      throw thrown;
    }
  }

  /** Its own check and no other: who knows one password clears no count of guesses at another. */
  private void giveBack(Guess guess) {
    if (guess.device() != null) {
      checked.giveBack(device(guess));
      return;
    }
    checked.giveBack(account(guess));
    checked.giveBack(address(guess));
  }

  private static String account(Guess guess) {
    return "account " + guess.login();
  }

  private static String address(Guess guess) {
    return "address " + guess.network();
  }

  private static String device(Guess guess) {
    return "device " + guess.device();
  }
}
