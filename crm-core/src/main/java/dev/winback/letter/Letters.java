package dev.winback.letter;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letters of the ladder, from planned to sent. */
@Service
@Transactional
public class Letters {

  /**
   * Plans the letters due on this day; the number of letters planned, held or kept back as control.
   */
  public int plan(LocalDate day) {
    return 0;
  }
}
