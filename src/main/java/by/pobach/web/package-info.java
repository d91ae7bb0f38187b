/**
 * The shell: page frame, form fields, languages, errors. No domain words; every module may use it.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package by.pobach.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
