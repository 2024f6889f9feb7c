package dev.winback.task;

import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rep's tasks and calls. */
@Service
@Transactional
public class Tasks {

  /** Plans the next working day's calls; the number of tasks made. */
  public int plan(LocalDate day) {
    return 0;
  }
}
