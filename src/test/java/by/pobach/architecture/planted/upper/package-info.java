/** Planted: the module that {@code lower} must not call. */
@ApplicationModule(allowedDependencies = {})
package by.pobach.architecture.planted.upper;

import org.springframework.modulith.ApplicationModule;
